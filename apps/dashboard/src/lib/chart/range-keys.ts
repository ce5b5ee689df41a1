/** What keys and the wheel ask of the chart. `share`: where along the chart, from 0 to 1. */
export interface RangeGestures {
  zoom(factor: number, share?: number): void;
  pan(share: number): void;
  whole(): void;
}

/** How much closer one step of a key or a button is. */
export const zoomStep = 1.6;

/** Zooms the chart by + and −, moves it by Shift with an arrow, shows all of it by 0; the wheel with Ctrl zooms too. */
export function rangeKeys({ zoom, pan, whole }: RangeGestures) {
  return (chart: Element): (() => void) => {
    const on = new AbortController();

    function pressed(event: Event) {
      if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
      const share =
        event.target instanceof Element ? shareOf(event.target.closest('[data-mark]')) : undefined;
      const { key, shiftKey } = event;
      if (key === '+' || key === '=') zoom(zoomStep, share);
      else if (key === '-') zoom(1 / zoomStep, share);
      else if (key === '0') whole();
      else if (shiftKey && key === 'ArrowLeft') pan(-0.25);
      else if (shiftKey && key === 'ArrowRight') pan(0.25);
      else return;
      event.preventDefault();
      // The marks' own keys would go on to the next mark.
      event.stopPropagation();
    }

    function wheel(event: Event) {
      if (!(event instanceof WheelEvent) || (!event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      const lane = chart.querySelector('[data-lane] svg')?.getBoundingClientRect();
      const share = lane ? (event.clientX - lane.left) / lane.width : 0.5;
      zoom(2 ** (-event.deltaY / 200), Math.min(1, Math.max(0, share)));
    }

    chart.addEventListener('keydown', pressed, { signal: on.signal, capture: true });
    chart.addEventListener('wheel', wheel, { signal: on.signal, passive: false });
    return () => on.abort();
  };
}

function shareOf(mark: Element | null): number | undefined {
  const lane = mark?.closest('[data-lane] svg')?.getBoundingClientRect();
  if (!mark || !lane) return undefined;
  const { left, right } = mark.getBoundingClientRect();
  return Math.min(1, Math.max(0, ((left + right) / 2 - lane.left) / lane.width));
}
