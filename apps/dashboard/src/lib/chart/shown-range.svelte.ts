import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { isWhole, type Range } from './range.ts';
import type { ChartStory } from './story.ts';

/** How long the reader must hold still until the rest of the page follows the chart, in milliseconds. */
const pause = 500;

/**
 * The range that the chart shows. It changes at once; then it goes into the address, and the list, the map and the
 * downloads follow. Data that come in while the page is open do not move it, another address does.
 */
export function shownRange(story: () => ChartStory) {
  const given = (): Range => ({ from: Date.parse(story().from), to: Date.parse(story().to) });
  const whole = (): Range => ({ from: Date.parse(story().whole.from), to: Date.parse(story().whole.to) });
  const usual = (): Range => ({ from: Date.parse(story().usual.from), to: Date.parse(story().usual.to) });
  let range = $state.raw(untrack(given));
  let address = untrack(() => page.url.href);
  let asked: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  $effect.pre(() => {
    const { href } = page.url;
    if (href === address) return;
    address = href;
    // What the reader does meanwhile counts more than the address that they were at a moment ago.
    if (href !== asked && timer === undefined) range = untrack(given);
  });

  function follow() {
    timer = undefined;
    const url = new URL(page.url.href);
    url.searchParams.delete('page');
    // The same: each holds the other.
    if (isWhole(range, usual()) && isWhole(usual(), range)) {
      url.searchParams.delete('from');
      url.searchParams.delete('to');
    } else {
      url.searchParams.set('from', new Date(range.from).toISOString());
      url.searchParams.set('to', new Date(range.to).toISOString());
    }
    if (url.href === page.url.href) return;
    asked = url.href;
    void goto(url, { replace: true, reset: false });
  }

  return {
    get range() {
      return range;
    },
    get whole() {
      return whole();
    },
    show(next: Range) {
      range = next;
      clearTimeout(timer);
      timer = setTimeout(follow, pause);
    },
  };
}
