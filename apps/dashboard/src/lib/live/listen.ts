import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import { dependencies } from './dependencies.ts';

/** Changes that come within this time are one refresh; in milliseconds. */
const pause = 120;

/**
 * Listens to the server's changes for as long as the page is open and asks again for what they touch: the data
 * is replaced in place, so nothing the reader looks at moves. The browser connects again by itself.
 * `heard`: the number of the last change that the page was made from.
 */
export function listen(heard: string): () => void {
  const stream = new EventSource(`/live?heard=${encodeURIComponent(heard)}`);
  const stale = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function refresh(...what: string[]) {
    for (const one of what) stale.add(one);
    timer ??= setTimeout(askAgain, pause);
  }

  async function askAgain() {
    // A page on its way may have been made before the change: it must be asked again, not the one that goes.
    if (navigating.complete) {
      await navigating.complete.catch(() => {});
      timer = setTimeout(askAgain, 0);
      return;
    }
    timer = undefined;
    const now = [...stale];
    stale.clear();
    for (const one of now) void invalidate(one);
  }

  stream.addEventListener('change', (event) => {
    const change: unknown = JSON.parse(event.data);
    const kind = typeof change === 'object' && change && 'kind' in change ? change.kind : null;
    if (kind === 'article') refresh(dependencies.submissions);
    if (kind === 'extraction') refresh(dependencies.story);
    if (kind === 'missed') refresh(dependencies.submissions, dependencies.story);
  });
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
