import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import { dependencies } from './dependencies.ts';

/** Changes that come within this time are one refresh; in milliseconds. */
const pause = 120;
/** How long after a refusal the stream is asked for again; in milliseconds. */
const patience = 30_000;

/**
 * Listens to the server's changes for as long as the page is open and asks again for what they touch: the data
 * is replaced in place, so nothing the reader looks at moves. A broken stream the browser opens again by itself;
 * one that was refused (a full server, a proxy whose server restarts) is asked for again here.
 */
export function listen(): () => void {
  const stale = new Set<string>();
  let last = heard();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stream = open();

  function open(): EventSource {
    const source = new EventSource(`/live?heard=${encodeURIComponent(last)}`);
    source.addEventListener('change', (event) => {
      last = event.lastEventId;
      const change: unknown = JSON.parse(event.data);
      const kind = typeof change === 'object' && change && 'kind' in change ? change.kind : null;
      if (kind === 'article' || kind === 'intake') refresh(dependencies.submissions);
      if (kind === 'feed') refresh(dependencies.feeds);
      if (kind === 'reextraction') refresh(dependencies.reextractions);
      if (kind === 'derived') refresh(dependencies.story);
      if (kind === 'missed') refresh(...Object.values(dependencies));
    });
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      again = setTimeout(() => {
        stream = open();
      }, patience);
    });
    return source;
  }

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

  return () => {
    clearTimeout(timer);
    clearTimeout(again);
    stream.close();
  };
}

/**
 * The number of the last change that the page was made from. Beside the page and not in it, which is the same for all; a
 * browser that does not say (it does so on https and localhost only) gets its data once more, as after a gap.
 */
function heard(): string {
  const [page] = performance.getEntriesByType('navigation');
  const told: readonly PerformanceServerTiming[] | undefined =
    page instanceof PerformanceNavigationTiming ? page.serverTiming : undefined;
  return told?.find(({ name }) => name === 'heard')?.description ?? '';
}
