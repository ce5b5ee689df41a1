import type { Interval } from '@trucewatch/schema';

type Stretch = Pick<Interval, 'from' | 'to'>;

/** The status of a conflict at an instant (ISO 8601 with offset); null before anything is known of it. */
export function statusAt<Row extends Stretch = Interval>(
  { intervals }: { readonly intervals: readonly Row[] },
  at: string,
): Row | null {
  const instant = Date.parse(at);
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(intervals[middle]?.from ?? '') <= instant) low = middle + 1;
    else high = middle;
  }
  return intervals[low - 1] ?? null;
}

/** The next instant after `at` at which the status changes as far as is known, such as an agreed start or a stated end. */
export function nextKnownInstant(
  conflict: { readonly intervals: readonly Stretch[] },
  at: string,
): string | null {
  const now = statusAt(conflict, at);
  return now ? now.to : (conflict.intervals[0]?.from ?? null);
}
