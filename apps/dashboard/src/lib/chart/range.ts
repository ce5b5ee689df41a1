/** A stretch of time, epoch milliseconds UTC. */
export interface Range {
  from: number;
  to: number;
}

/** The shortest that can be seen: events are rarely told more finely. In milliseconds. */
const shortest = 3_600_000;

const lengthOf = ({ from, to }: Range) => to - from;

/** The nearest range of its length, or of a length that can be seen, within the whole. */
export function clampedRange({ from, to }: Range, whole: Range): Range {
  const length = Math.min(lengthOf(whole), Math.max(shortest, to - from));
  const middle = (from + to) / 2;
  const start = Math.min(whole.to - length, Math.max(whole.from, middle - length / 2));
  return { from: Math.round(start), to: Math.round(start + length) };
}

/** Zooms by a factor (above 1: closer), keeping the instant at a share of the range where it is. */
export function zoomedRange(range: Range, whole: Range, factor: number, share = 0.5): Range {
  const kept = range.from + lengthOf(range) * share;
  const length = Math.min(lengthOf(whole), Math.max(shortest, lengthOf(range) / factor));
  return clampedRange({ from: kept - length * share, to: kept + length * (1 - share) }, whole);
}

/** Moves by a share of the range, to the right above 0. */
export function pannedRange(range: Range, whole: Range, share: number): Range {
  const step = lengthOf(range) * share;
  return clampedRange({ from: range.from + step, to: range.to + step }, whole);
}

/** Moves one end to an instant; the other one stays, and at least the shortest range is left. */
export function movedEnd(range: Range, whole: Range, end: 'from' | 'to', at: number): Range {
  const inside = Math.min(whole.to, Math.max(whole.from, at));
  if (end === 'from') return { ...range, from: Math.round(Math.min(inside, range.to - shortest)) };
  return { ...range, to: Math.round(Math.max(inside, range.from + shortest)) };
}

/** Whether nothing is left out. */
export function isWhole(range: Range, whole: Range): boolean {
  return range.from <= whole.from && range.to >= whole.to;
}
