const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps of one length, in milliseconds; weeks begin on a Monday, as 5 January 1970 did. */
const even = [
  ...[5, 15, 30].map((count) => count * minute),
  ...[1, 3, 6, 12].map((count) => count * hour),
  day,
  2 * day,
  7 * day,
];
const firstMonday = 4 * day;
const month = 30.4 * day;
/** Steps in months, each from January on. */
const uneven = [1, 3, 6, 12, 24, 60, 120, 600];

/**
 * Round instants of a range in UTC, about as many as asked for: minutes, hours, days, weeks, months or years apart. All
 * in epoch milliseconds.
 */
export function ticksBetween(from: number, to: number, about: number): number[] {
  const ideal = (to - from) / about;
  const lengths = [...even, ...uneven.map((months) => months * month)];
  const apart = (length: number) => Math.abs(Math.log(length / ideal));
  const nearest = lengths.reduce((best, length) => (apart(length) < apart(best) ? length : best));
  return even.includes(nearest)
    ? evenTicks(from, to, nearest)
    : monthTicks(from, to, Math.round(nearest / month));
}

function evenTicks(from: number, to: number, step: number): number[] {
  const origin = step === 7 * day ? firstMonday : 0;
  const found: number[] = [];
  for (let at = Math.ceil((from - origin) / step) * step + origin; at <= to; at += step) found.push(at);
  return found;
}

function monthTicks(from: number, to: number, step: number): number[] {
  const start = new Date(from);
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const found: number[] = [];
  for (let count = Math.floor(months / step) * step; ; count += step) {
    const at = Date.UTC(Math.floor(count / 12), count % 12);
    if (at > to) return found;
    if (at >= from) found.push(at);
  }
}
