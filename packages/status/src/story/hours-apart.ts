import type { Interval } from '@trucewatch/schema';
import { hour } from '../range.ts';

/**
 * How many hours two courses of status differ on either axis or in the truce, from one instant to another (epoch
 * milliseconds UTC). Before its first interval a course has no status.
 */
export function hoursApart(a: readonly Interval[], b: readonly Interval[], from: number, to: number): number {
  const instants = [...a, ...b].map((interval) => Date.parse(interval.from));
  const bounds = [...new Set([from, ...instants.filter((at) => at > from && at < to), to])].sort(
    (x, y) => x - y,
  );
  let apart = 0;
  for (const [index, at] of bounds.entries()) {
    const next = bounds[index + 1];
    if (next !== undefined && statusOf(a, at) !== statusOf(b, at)) apart += next - at;
  }
  return apart / hour;
}

function statusOf(intervals: readonly Interval[], at: number): string {
  const found = intervals.findLast((interval) => Date.parse(interval.from) <= at);
  return found ? `${found.formal} ${found.compliance} ${found.ceasefireId}` : '';
}
