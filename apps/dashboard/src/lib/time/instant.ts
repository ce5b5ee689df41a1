import type { Moment } from '@trucewatch/schema';
import { formatter } from '#lib/language/intl.ts';
import { m } from '#lib/paraglide/messages.js';
import { zone } from './zone.ts';

const day = 86_400_000;

/** `17 Oct 2020, 20:00 UTC` in the reader's language and zone, or in the one given. The zone is always said. */
export function instantWords(instant: string, timeZone = zone()): string {
  return m.time_instant({
    day: dayWords(instant, timeZone),
    clock: clockWords(instant, timeZone),
    zone: zoneWords(instant, timeZone),
  });
}

/** `17 Oct 2020`: the day in the zone; a bare date is the day that it says. */
export function dayWords(instant: string, timeZone = zone()): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format('day', options, isDate(instant) ? 'UTC' : timeZone).format(new Date(instant));
}

/** `17 Oct`, where the year is plain. */
export function dayOfYearWords(instant: string, timeZone = zone()): string {
  const options = { day: 'numeric', month: 'short' } as const;
  return format('day-of-year', options, isDate(instant) ? 'UTC' : timeZone).format(new Date(instant));
}

/** `October 2020` (the UTC month). */
export function monthWords(instant: string): string {
  return format('month', { month: 'long', year: 'numeric' }, 'UTC').format(new Date(instant));
}

/** `20:00`, without the zone: say that nearby. */
export function clockWords(instant: string, timeZone = zone()): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return format('clock', options, timeZone).format(new Date(instant));
}

/** `UTC`, or how far from it the zone was at that instant: `UTC+4`, `UTC−3:30`. */
export function zoneWords(instant: string, timeZone = zone()): string {
  if (timeZone === 'UTC') return 'UTC';
  const minutes = offsetOf(instant, timeZone) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** How far the zone's clocks are ahead of UTC at that instant, in milliseconds. */
export function offsetOf(instant: string, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const parts = offsets(timeZone).formatToParts(new Date(instant));
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d\d):(\d\d)/.exec(name);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

/** A publication time as the article has it: a bare date stays a date. */
export function publishedWords(publishedAt: string, timeZone = zone()): string {
  return isDate(publishedAt) ? dayWords(publishedAt) : instantWords(publishedAt, timeZone);
}

/** How long, in the two largest units that matter: `4 min`, `3 h 20 min`, `2 d 5 h`, `38 d`. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return m.time_minutes({ count: minutes });
  const hours = Math.floor(minutes / 60);
  const two = (larger: string, smaller: string) => m.time_two_units({ larger, smaller });
  if (hours < 24) {
    const whole = m.time_hours({ count: hours });
    return minutes % 60 === 0 ? whole : two(whole, m.time_minutes({ count: minutes % 60 }));
  }
  const days = Math.floor(hours / 24);
  const whole = m.time_days({ count: days });
  return days > 9 || hours % 24 === 0 ? whole : two(whole, m.time_hours({ count: hours % 24 }));
}

/** A moment no finer than the text gives it: an instant, a day, a month, or the two ends of a stretch. */
export function momentWords(moment: Moment): string {
  const { earliest, latest, level } = moment;
  if (earliest === latest || level === 'minute') return instantWords(earliest);
  const width = Date.parse(latest) - Date.parse(earliest);
  // A local day begins and ends on another UTC day in most zones: its middle names it rightly, whatever the reader's zone.
  const middle = new Date((Date.parse(earliest) + Date.parse(latest)) / 2).toISOString();
  if (level === 'month' && width < 32 * day) return monthWords(middle);
  if (level === 'year' && width < 367 * day) return middle.slice(0, 4);
  if (level === 'day' && width <= day) return dayWords(middle, 'UTC');
  if (width > day) {
    return m.time_range({ from: dayWords(earliest, 'UTC'), to: dayWords(latest, 'UTC') });
  }
  const [first, last] = [dayWords(earliest), dayWords(latest)];
  const [from, to] = [clockWords(earliest), clockWords(latest)];
  const zoned = zoneWords(latest);
  return first === last
    ? m.time_range_of_a_day({ day: first, from, to, zone: zoned })
    : m.time_range_of_days({ first, from, last, to, zone: zoned });
}

function isDate(at: string): boolean {
  return at.length === 10;
}

function format(way: string, options: Intl.DateTimeFormatOptions, timeZone: string): Intl.DateTimeFormat {
  return formatter(`${way} ${timeZone}`, (tag) => new Intl.DateTimeFormat(tag, { ...options, timeZone }));
}

function offsets(timeZone: string): Intl.DateTimeFormat {
  return formatter(
    `offset ${timeZone}`,
    () => new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
  );
}
