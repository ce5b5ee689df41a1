import { Temporal } from 'temporal-polyfill';

/** Days since 1 January 1970, without any zone: arithmetic with dates is arithmetic with these. */
export type DayCount = number;

export const dayMs = 86_400_000;

/** The day count of a date; null when there is no such date (31 June). */
export function dayCount(year: number, month: number, day: number): DayCount | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayMs : null;
}

/** The first day of a month; months below 1 and above 12 run into the years beside. */
export function monthStart(year: number, month: number): DayCount {
  return Date.UTC(year, month - 1, 1) / dayMs;
}

export function yearOf(day: DayCount): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** Months from 1. */
export function monthOf(day: DayCount): number {
  return new Date(day * dayMs).getUTCMonth() + 1;
}

/** Weekday from Sunday, 0; day 0 was a Thursday. */
export function weekdayOf(day: DayCount): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** A zone's distance from UTC, in milliseconds, where it is the same all through a month; null where it changes. */
const offsets = new Map<string, number | null>();
/** So many zones' months are remembered; an article needs a few dozen. */
const mostKnown = 4_096;

/** The instant, in epoch milliseconds, of a clock time on a day in a zone; in a gap of daylight saving the later one. */
export function instantOf(day: DayCount, zone: string, hour = 0, minute = 0): number {
  const utc = day * dayMs + hour * 3_600_000 + minute * 60_000;
  if (zone === 'UTC') return utc;
  const offset = offsetOf(zone, day);
  return offset === null ? instantIn(zone, utc) : utc - offset;
}

/** Changes of a zone's clock lie at least ten days apart, so samples so far apart find each one. */
const sampleDays = [-2, 8, 18, 28, 33];

/** Looking a zone up is the dearest step in resolving a time; most months need it once. */
function offsetOf(zone: string, day: DayCount): number | null {
  const first = monthStart(yearOf(day), monthOf(day));
  const key = `${zone} ${first}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const samples = sampleDays.map((later) => {
    const utc = (first + later) * dayMs;
    return utc - instantIn(zone, utc);
  });
  const [offset = 0] = samples;
  const same = samples.every((sample) => sample === offset) ? offset : null;
  if (offsets.size >= mostKnown) offsets.clear();
  offsets.set(key, same);
  return same;
}

function instantIn(zone: string, utc: number): number {
  return Temporal.Instant.fromEpochMilliseconds(utc)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone).epochMilliseconds;
}

/** The day that an instant falls on in UTC. */
export function utcDay(instant: number): DayCount {
  return Math.floor(instant / dayMs);
}
