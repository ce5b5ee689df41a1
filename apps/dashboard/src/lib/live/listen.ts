import { invalidate } from '$app/navigation';
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
    timer ??= setTimeout(() => {
      timer = undefined;
      const now = [...stale];
      stale.clear();
      for (const one of now) void invalidate(one);
    }, pause);
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
