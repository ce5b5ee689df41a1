import type { LoadPoint } from '@trucewatch/store';

/** Bars of one number over time, each as percentages of the drawing; `most` is what the full height stands for. */
export interface Bars {
  most: number;
  bars: { at: string; x: number; width: number; height: number; value: number }[];
}

/** What the chart draws: how long the queue was, and what was read and what failed in each stretch of time. */
export function loadShape(history: readonly LoadPoint[]): { waiting: Bars; done: Bars; failed: Bars } {
  const finished = roundMost(Math.max(0, ...history.map(({ done }) => done)));
  const failures = roundMost(Math.max(0, ...history.map(({ failed }) => failed)));
  const waiting = roundMost(Math.max(0, ...history.map((point) => point.waiting ?? 0)));
  return {
    waiting: barsOf(history, (point) => point.waiting ?? 0, waiting),
    done: barsOf(history, ({ done }) => done, finished),
    failed: barsOf(history, ({ failed }) => failed, failures),
  };
}

function barsOf(history: readonly LoadPoint[], read: (point: LoadPoint) => number, most: number): Bars {
  const width = 100 / Math.max(1, history.length);
  const bars = history
    .map((point, index) => ({ at: point.at, x: index * width, width, value: read(point) }))
    .filter(({ value }) => value > 0)
    .map((bar) => ({ ...bar, height: Math.max(2, (100 * bar.value) / most) }));
  return { most, bars };
}

/** The next 1, 2 or 5 times a power of ten, so that the axis says a number that can be read. */
function roundMost(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
