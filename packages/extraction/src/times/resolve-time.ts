import type { Moment } from '@trucewatch/schema';
import { Temporal } from 'temporal-polyfill';
import type { DatePart, PartOfDay, TimeMention } from './time-mention.ts';

/** What a time expression is read against. */
export interface TimeContext {
  /** Publication as epoch milliseconds; null when unknown. */
  publishedAt: { earliest: number; latest: number } | null;
  /** Zone of the event's place, or of the article's main place. */
  zone: string;
}

type Level = Moment['level'];
/** An interval of epoch milliseconds, both ends included. */
export interface Resolved {
  earliest: number;
  latest: number;
  level: Level;
  basis: Moment['basis'];
}

const dayMs = 86_400_000;

/** The interval that an expression means, or null when it cannot be known (a weekday without a publication date). */
export function resolveTime(mention: TimeMention, context: TimeContext): Resolved | null {
  // A newsroom's "Saturday" is counted from the day of publication in UTC; the day itself is the place's own.
  const today = context.publishedAt ? localDate(context.publishedAt.earliest, 'UTC') : null;
  const zone = mention.clock?.zone && mention.clock.zone !== 'local' ? mention.clock.zone : context.zone;
  const date = mention.date ?? (mention.clock || mention.part ? dayOfPublication : null);
  if (!date) return null;
  const days = daysOf(date, today, mention.ahead);
  if (!days) return null;
  const stated =
    date.kind === 'year' || ((date.kind === 'day' || date.kind === 'month') && date.year !== undefined);
  const single = days.from.equals(days.to);
  if (single && mention.clock) return atClock(mention, days.from, zone, stated);
  if (single && mention.part) return partOfDay(mention.part, days.from, context.zone);
  const earliest = startOf(days.from, context.zone);
  const end = startOf(days.to.add({ days: 1 }), context.zone) - 1;
  if (mention.since && context.publishedAt && earliest <= context.publishedAt.latest) {
    const latest = Math.max(earliest, context.publishedAt.latest);
    return { earliest, latest, level: levelOf(latest - earliest), basis: 'derived' };
  }
  return {
    earliest,
    latest: end,
    level: days.level,
    basis: stated && date.kind !== 'day' ? 'stated' : 'derived',
  };
}

/** A clock time without a date is of the day of publication. */
const dayOfPublication: DatePart = { kind: 'relative_day', days: 0 };

function atClock(mention: TimeMention, day: Temporal.PlainDate, zone: string, stated: boolean): Resolved {
  const clock = mention.clock as NonNullable<TimeMention['clock']>;
  // "Midnight on Saturday" announced for what is to come is the midnight that follows Saturday.
  const shift = clock.word === 'midnight' && (mention.ahead || mention.nightAfter) ? 1 : 0;
  const hour = clock.hour === 24 ? 0 : clock.hour;
  const at = day
    .add({ days: shift + (clock.hour === 24 ? 1 : 0) })
    .toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: clock.minute } }).epochMilliseconds;
  const basis = stated && clock.zone !== null && clock.zone !== 'local' ? 'stated' : 'derived';
  return { earliest: at, latest: at, level: clock.hasMinute ? 'minute' : 'hour', basis };
}

const hours: Readonly<Record<PartOfDay, [number, number]>> = {
  early_hours: [0, 6],
  morning: [5, 12],
  afternoon: [12, 18],
  evening: [17, 24],
  night: [18, 30],
  earlier: [0, 24],
};
function partOfDay(part: PartOfDay, day: Temporal.PlainDate, zone: string): Resolved {
  const [from, to] = hours[part];
  const start = startOf(day, zone);
  return {
    earliest: start + from * 3_600_000,
    latest: start + to * 3_600_000 - 1,
    level: part === 'earlier' ? 'day' : 'part_of_day',
    basis: 'derived',
  };
}

interface Days {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  level: Level;
}

function daysOf(date: DatePart, today: Temporal.PlainDate | null, ahead: boolean): Days | null {
  switch (date.kind) {
    case 'year':
      return {
        from: plain(date.from, 1, 1),
        to: plain(date.to, 12, 31),
        level: date.from === date.to ? 'year' : 'longer',
      };
    case 'day': {
      const year = date.year ?? nearestYear(date.month, date.day, today, ahead);
      return year === null || !isDate(year, date.month, date.day)
        ? null
        : oneDay(plain(year, date.month, date.day));
    }
    case 'month':
      return monthDays(date, today, ahead);
    case 'weekday':
      return today ? oneDay(weekdayFrom(date, today, ahead)) : null;
    case 'relative_day':
      return today ? oneDay(today.add({ days: date.days })) : null;
    case 'relative_span':
      return today
        ? { from: today.add({ days: date.from }), to: today.add({ days: date.to }), level: date.level }
        : null;
  }
}

function oneDay(day: Temporal.PlainDate): Days {
  return { from: day, to: day, level: 'day' };
}

function monthDays(
  date: Extract<DatePart, { kind: 'month' }>,
  today: Temporal.PlainDate | null,
  ahead: boolean,
): Days | null {
  const year = date.year ?? nearestYear(date.month, 1, today, ahead);
  if (year === null) return null;
  const first = plain(year, date.month, 1);
  const [from, to] =
    date.part === 'early'
      ? [1, 10]
      : date.part === 'mid'
        ? [10, 20]
        : date.part === 'late'
          ? [20, first.daysInMonth]
          : [1, first.daysInMonth];
  return { from: first.with({ day: from }), to: first.with({ day: to }), level: 'month' };
}

/** In the past tense the last such weekday, publication's own day included; ahead, the next one, that day included. */
function weekdayFrom(
  date: Extract<DatePart, { kind: 'weekday' }>,
  today: Temporal.PlainDate,
  ahead: boolean,
): Temporal.PlainDate {
  const now = today.dayOfWeek % 7;
  const back = (now - date.weekday + 7) % 7;
  if (date.shift === 'next' || (ahead && date.shift !== 'last')) {
    const forward = (date.weekday - now + 7) % 7;
    return today.add({ days: date.shift === 'next' && forward === 0 ? 7 : forward });
  }
  return today.subtract({ days: date.shift === 'last' && back === 0 ? 7 : back });
}

/** The year in which the day lies nearest to publication, looking back unless the tense looks ahead. */
function nearestYear(
  month: number,
  day: number,
  today: Temporal.PlainDate | null,
  ahead: boolean,
): number | null {
  if (!today) return null;
  const distance = (year: number): number => {
    if (!isDate(year, month, day)) return Number.POSITIVE_INFINITY;
    const days = today.until(plain(year, month, day), { largestUnit: 'day' }).days;
    return Math.abs(days) * (ahead ? (days < -7 ? 2 : 1) : days > 45 ? 3 : 1);
  };
  const years = [today.year - 1, today.year, today.year + 1];
  return years.reduce((best, year) => (distance(year) < distance(best) ? year : best), today.year);
}

function isDate(year: number, month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  );
}

function plain(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

function localDate(epochMs: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate();
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The level that a stretch of so many milliseconds has. */
function levelOf(length: number): Level {
  const days = length / dayMs;
  if (days <= 1.01) return 'day';
  if (days <= 8) return 'week';
  if (days <= 32) return 'month';
  return days <= 367 ? 'year' : 'longer';
}
