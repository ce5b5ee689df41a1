import type { Moment } from '@trucewatch/schema';
import { dayMs, instantOf, utcDay, yearOf } from './calendar.ts';
import { type Days, daysOf } from './days-of.ts';
import type { Clock, DatePart, PartOfDay, TimeMention } from './time-mention.ts';
import type { Unit } from './time-words.ts';

/** What a time expression is read against. */
interface TimeContext {
  /** Publication as epoch milliseconds; null when unknown. */
  publishedAt: { earliest: number; latest: number } | null;
  /** Zone of the event's place, or of the article's main place. */
  zone: string;
  /** Another expression of the same instant. */
  twin?: TimeMention | undefined;
  /** What "two days later", "the same day" is counted from; null when the text gives nothing. */
  anchor?: (() => Resolved | null) | undefined;
  /** The day that a clock time or part of a day without a date belongs to; null for the day of publication. */
  dayTold?: (() => Resolved | null) | undefined;
  /** The year, and month, of a whole date told before. */
  yearTold?: (() => { year: number; month: number } | null) | undefined;
}

type Level = Moment['level'];
/** An interval of epoch milliseconds, both ends included. */
export interface Resolved {
  earliest: number;
  latest: number;
  level: Level;
  basis: Moment['basis'];
}

/** The interval that an expression means, or null when it cannot be known (a weekday without a publication date). */
export function resolveTime(mention: TimeMention, context: TimeContext): Resolved | null {
  if (mention.date?.kind === 'anchored') return anchored(mention, mention.date, context);
  const { twin } = context;
  if (twin && mention.clock?.zone?.includes('|')) return inOneOf(mention, mention.clock, twin, context);
  if (mention.borrowed && twin?.clock && mention.clock && !twin.borrowed)
    return besideTwin(mention, twin, context);
  return standing(mention, context);
}

function standing(mention: TimeMention, context: TimeContext): Resolved | null {
  // A newsroom's "Saturday" is counted from the day of publication in UTC; the day itself is the place's own.
  const today = context.publishedAt ? utcDay(context.publishedAt.earliest) : null;
  const date =
    withYear(mention.date, mention, today, context) ??
    (mention.clock || mention.part ? dayOfPublication : null);
  const told = mention.date || mention.part === 'overnight' ? null : (context.dayTold?.() ?? null);
  const days = told ? dayIn(told, context.zone) : date && daysOf(date, today, mention.ahead);
  if (!date || !days) return null;
  if (days.from === days.to && mention.clock)
    return atClock(mention, mention.clock, days.from, context, isStated(date));
  if (mention.part && (days.from === days.to || mention.part === 'night'))
    return partOfDay(mention, mention.part, days, context.zone);
  const earliest = instantOf(days.from, context.zone);
  if (mention.since && context.publishedAt && earliest <= context.publishedAt.latest)
    return derived(earliest, Math.max(earliest, context.publishedAt.latest));
  const basis = isStated(date) && date.kind !== 'day' && date.kind !== 'range' ? 'stated' : 'derived';
  return { earliest, latest: instantOf(days.to + 1, context.zone) - 1, level: days.level, basis };
}

/** The one day that a moment lies on; null for a longer one. */
function dayIn({ earliest, latest }: Resolved, zone: string): Days | null {
  if (latest - earliest > 1.3 * dayMs) return null;
  const middle = (earliest + latest) / 2;
  const utc = utcDay(middle);
  const day = [utc - 1, utc, utc + 1].find(
    (each) => instantOf(each, zone) <= middle && middle < instantOf(each + 1, zone),
  );
  return day === undefined ? null : { from: day, to: day, level: 'day' };
}

/** Years back from publication from which on a date without a year is read with the year told before it. */
const pastYears = 1;

/** "In August 2008 they fought. On 26 August Moscow …": a date goes on in the year just told, when that is long past. */
function withYear(
  date: DatePart | undefined,
  { ahead }: TimeMention,
  today: number | null,
  context: TimeContext,
): DatePart | undefined {
  if (date?.kind !== 'day' && date?.kind !== 'month') return date;
  if (date.year !== undefined || date.yearShift !== undefined || ahead) return date;
  const told = context.yearTold?.();
  if (!told || (today !== null && yearOf(today) - told.year <= pastYears)) return date;
  const months = date.month - told.month;
  return months >= 0 && months <= 10 ? { ...date, year: told.year } : date;
}

/** A clock time without a date is of the day of publication. */
const dayOfPublication: DatePart = { kind: 'relative_day', days: 0 };

/** Whether the text gives the date whole, year included. */
function isStated(date: DatePart): boolean {
  if (date.kind === 'range') return isStated(date.from) && isStated(date.to);
  return (
    date.kind === 'year' ||
    ((date.kind === 'day' || date.kind === 'month' || date.kind === 'season') && date.year !== undefined)
  );
}

function atClock(
  mention: TimeMention,
  clock: Clock,
  day: number,
  context: TimeContext,
  stated: boolean,
): Resolved {
  const at = instantAt(clock, day, context.zone, endsDay(mention, day, context) ? 1 : 0);
  const zoned = clock.zone !== null && clock.zone !== 'local';
  const end = mention.clockTo ? instantAt(mention.clockTo, day, context.zone, 0) : at;
  return {
    earliest: at,
    latest: Math.max(at, end),
    level: mention.clockTo || !clock.hasMinute ? 'hour' : 'minute',
    basis: stated && zoned ? 'stated' : 'derived',
  };
}

function instantAt(clock: Clock, day: number, zone: string, shift: number): number {
  const hour = clock.hour === 24 ? 0 : clock.hour;
  const own = zoneOf(clock, zone);
  return instantOf(day + shift + (clock.hour === 24 ? 1 : 0), own, hour, clock.minute);
}

/** The zone of a clock time: its own, of a state's several the one where it happens, else its capital's. */
function zoneOf(clock: Clock, there: string): string {
  if (!clock.zone || clock.zone === 'local') return there;
  const zones = clock.zone.split('|');
  return zones.includes(there) ? there : (zones[0] as string);
}

/**
 * "Midnight on Saturday" is the midnight that ends Saturday, as agencies use it of truces; "midnight on 4 August" begins
 * that date unless something ends there. What has happened cannot lie after publication, and a bare "midnight" in the past tense is the last one.
 */
function endsDay(mention: TimeMention, day: number, { publishedAt, zone }: TimeContext): boolean {
  if (mention.clock?.word !== 'midnight') return false;
  if (mention.date?.kind === 'day') return mention.closes === true;
  if (mention.ahead || mention.nightAfter) return true;
  if (!mention.date || mention.date.kind === 'relative_day') return false;
  return publishedAt === null || instantAt(mention.clock, day, zone, 1) <= publishedAt.latest;
}

/** The twin has the date; this one lies on that day, or the day before or after, wherever both are one instant. */
function besideTwin(mention: TimeMention, twin: TimeMention, context: TimeContext): Resolved | null {
  const own = standing(mention, context);
  const other = standing(twin, context);
  if (!own || !other || own.earliest === other.earliest) return own;
  for (const shift of [-1, 1]) {
    const moved = own.earliest + shift * dayMs;
    if (moved === other.earliest) return { ...own, earliest: moved, latest: moved };
  }
  return own;
}

/** "Midnight Congolese time (22:00 GMT on Friday)": of a state's several zones the one in which both are one instant. */
function inOneOf(
  mention: TimeMention,
  clock: Clock,
  twin: TimeMention,
  context: TimeContext,
): Resolved | null {
  const beside = { ...context, twin: undefined };
  const other = resolveTime(twin, beside)?.earliest;
  const readings = (clock.zone ?? '').split('|').map((zone) => {
    const one = { ...mention, clock: { ...clock, zone } };
    return mention.borrowed && !twin.borrowed ? besideTwin(one, twin, beside) : standing(one, beside);
  });
  return readings.find((reading) => reading?.earliest === other) ?? standing(mention, context);
}

/** From and to in hours of the day. */
const hours: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  early_hours: [0, 6],
  early: [0, 10],
  morning: [5, 12],
  afternoon: [12, 18],
  evening: [17, 24],
  late: [17, 24],
  night: [18, 30],
  overnight: [-6, 9],
  earlier: [0, 24],
};

function partOfDay(mention: TimeMention, part: PartOfDay, days: Days, zone: string): Resolved {
  const [from, to] = hours[part];
  // "Overnight on Saturday" does not say which night.
  const until = part === 'overnight' && mention.date && !/into/iu.test(mention.text) ? 30 : to;
  const first = instantOf(days.from, zone) + from * 3_600_000;
  const last =
    days.to === days.from
      ? instantOf(days.from, zone) + until * 3_600_000
      : instantOf(days.to, zone) + 9 * 3_600_000;
  return {
    earliest: first,
    latest: last - 1,
    level: part === 'earlier' ? 'day' : 'part_of_day',
    basis: 'derived',
  };
}

const unitMs: Readonly<Record<Unit, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs,
  decade: 3_652 * dayMs,
};

function anchored(
  mention: TimeMention,
  date: Extract<DatePart, { kind: 'anchored' }>,
  context: TimeContext,
): Resolved | null {
  const anchor = context.anchor?.() ?? null;
  if (!anchor) return null;
  const moved = moveBy(anchor, date.amount, date.unit, date.direction);
  if (moved === null) return null;
  if (mention.part && moved.latest - moved.earliest < 1.2 * dayMs) {
    const day = Math.floor((moved.earliest + moved.latest) / 2 / dayMs);
    return partOfDay(mention, mention.part, { from: day, to: day, level: 'day' }, context.zone);
  }
  return moved;
}

/**
 * A moment moved by so much of a unit: exactly by days, by weeks with a day of play, by hours within the day;
 * an amount left open ("hours later") reaches over half a day or a few of the units. Null for what is too vague.
 */
export function moveBy(
  from: Resolved,
  amount: number | null,
  unit: Unit,
  direction: -1 | 0 | 1,
): Resolved | null {
  const step = unitMs[unit];
  if (unit === 'minute' || unit === 'hour') {
    const reach = amount === null ? dayMs / 2 : (amount + 1) * step;
    return direction < 0
      ? derived(from.earliest - reach, from.latest)
      : derived(from.earliest, from.latest + reach);
  }
  if (amount === null) {
    if (unit !== 'day' && unit !== 'week') return null;
    return direction < 0
      ? derived(from.earliest - 5 * step, from.latest - step)
      : derived(from.earliest + step, from.latest + 5 * step);
  }
  if (unit === 'year' && from.level === 'year')
    return {
      ...from,
      earliest: yearsOn(from.earliest, amount * direction),
      latest: yearsOn(from.latest, amount * direction),
      basis: 'derived',
    };
  const by = amount * step * direction;
  const play = unit === 'day' ? 0 : unit === 'week' ? dayMs : step / 2;
  if (play === 0 && from.latest - from.earliest < dayMs / 2) {
    // "Two days after" 8 a.m. is a day, not a minute.
    const day = utcDay(from.earliest + by);
    return derived(
      Math.min(day * dayMs, from.earliest + by),
      Math.max(day * dayMs + dayMs - 1, from.latest + by),
    );
  }
  return derived(from.earliest + by - play, from.latest + by + play);
}

function yearsOn(instant: number, years: number): number {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

function derived(earliest: number, latest: number): Resolved {
  return { earliest, latest, level: levelOf(latest - earliest), basis: 'derived' };
}

/** The level that a stretch of so many milliseconds has. */
function levelOf(length: number): Level {
  const days = length / dayMs;
  if (days <= 0.5) return 'part_of_day';
  if (days <= 1.6) return 'day';
  if (days <= 8.1) return 'week';
  if (days <= 32) return 'month';
  return days <= 367 ? 'year' : 'longer';
}
