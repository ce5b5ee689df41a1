import type { Moment } from '@trucewatch/schema';
import { type DayCount, dayCount, monthOf, monthStart, weekdayOf, yearOf } from './calendar.ts';
import type { DatePart } from './time-mention.ts';
import type { Third } from './time-words.ts';

export interface Days {
  from: DayCount;
  to: DayCount;
  level: Moment['level'];
}

type Of<K extends DatePart['kind']> = Extract<DatePart, { kind: K }>;

/** The days that a date means, counted from the day of publication where it is relative; null when it cannot be known. */
export function daysOf(date: DatePart, today: DayCount | null, ahead: boolean): Days | null {
  switch (date.kind) {
    case 'year':
      return thirdOf(
        {
          from: monthStart(date.from, 1),
          to: monthStart(date.to + 1, 1) - 1,
          level: date.from === date.to ? 'year' : 'longer',
        },
        date.part,
      );
    case 'day':
      return oneDay(dayOf(date, today, ahead));
    case 'month':
      return monthDays(date, today, ahead);
    case 'season':
      return seasonDays(date, today);
    case 'weekday':
      return today === null ? null : oneDay(weekdayFrom(date, today, ahead));
    case 'relative_day':
      return today === null ? null : oneDay(today + date.days);
    case 'relative_span':
      return today === null ? null : { from: today + date.from, to: today + date.to, level: date.level };
    case 'calendar':
      return today === null ? null : calendarDays(date, today, ahead);
    case 'range':
      return rangeDays(date, today, ahead);
    case 'anchored':
      return null;
  }
}

function oneDay(day: DayCount | null): Days | null {
  return day === null ? null : { from: day, to: day, level: 'day' };
}

/** The year that the weekday beside the date allows, else the one in which the day lies nearest to publication. */
function dayOf(date: Of<'day'>, today: DayCount | null, ahead: boolean): DayCount | null {
  if (date.year !== undefined) return dayCount(date.year, date.month, date.day);
  if (today === null) return null;
  const year = yearOf(today);
  if (date.yearShift !== undefined) return dayCount(year + date.yearShift, date.month, date.day);
  const near = [year - 1, year, year + 1].flatMap((each) => dayCount(each, date.month, date.day) ?? []);
  const fitting = near.filter((day) => date.weekday === undefined || weekdayOf(day) === date.weekday);
  return nearest(fitting.length > 0 ? fitting : near, today, ahead);
}

/** Looking back unless the tense looks ahead: what lies ahead counts three times as far. */
function nearest(days: readonly DayCount[], today: DayCount, ahead: boolean): DayCount | null {
  let best: DayCount | null = null;
  const far = (day: DayCount): number => {
    const distance = day - today;
    return Math.abs(distance) * (ahead ? (distance < -7 ? 2 : 1) : distance > 45 ? 3 : 1);
  };
  for (const day of days) if (best === null || far(day) < far(best)) best = day;
  return best;
}

function monthDays(date: Of<'month'>, today: DayCount | null, ahead: boolean): Days | null {
  let { year } = date;
  if (year === undefined) {
    if (today === null) return null;
    const now = yearOf(today);
    const shifted = date.yearShift === undefined ? null : monthStart(now + date.yearShift, date.month);
    const first =
      shifted ??
      nearest(
        [now - 1, now, now + 1].map((each) => monthStart(each, date.month)),
        today,
        ahead,
      );
    if (first === null) return null;
    year = yearOf(first);
  }
  const from = monthStart(year, date.month);
  return thirdOf({ from, to: monthStart(year, date.month + 1) - 1, level: 'month' }, date.part);
}

/** Where "early", "mid" and "late" end and begin, as shares of the whole: early October is its first ten days. */
const shares: Readonly<Record<Third, readonly [number, number]>> = {
  early: [0, 0.33],
  mid: [0.3, 0.65],
  late: [0.62, 1],
};

/** Of a decade, "early" is its first half: the early 1990s end with 1994. */
const halves: Readonly<Record<Third, readonly [number, number]>> = {
  early: [0, 0.5],
  mid: [0.3, 0.7],
  late: [0.5, 1],
};

function thirdOf(days: Days, part: Third | undefined): Days {
  if (!part) return days;
  const [from, to] = (days.level === 'longer' ? halves : shares)[part];
  const length = days.to - days.from + 1;
  return { ...days, from: days.from + Math.floor(length * from), to: days.from + Math.ceil(length * to) - 1 };
}

function seasonDays(date: Of<'season'>, today: DayCount | null): Days | null {
  let year = date.year ?? (today === null ? null : yearOf(today));
  if (year === null) return null;
  if (date.year === undefined && today !== null) {
    // "Last summer" is the last one that is over, "this" the one that runs or comes next.
    if (date.shift === -1) while (monthStart(year, date.month + 3) > today) year--;
    if (date.shift === 1) while (monthStart(year, date.month) <= today) year++;
  }
  const winter = date.month === 12 && date.year !== undefined ? 1 : 0;
  return {
    from: monthStart(year - winter, date.month),
    to: monthStart(year, date.month + 3) - 1,
    level: 'longer',
  };
}

/** In the past tense the last such weekday, publication's own day included; ahead, the next one, that day included. */
function weekdayFrom(date: Of<'weekday'>, today: DayCount, ahead: boolean): DayCount {
  const back = (weekdayOf(today) - date.weekday + 7) % 7;
  if (date.shift === 'next' || (ahead && date.shift !== 'last')) {
    const forward = (7 - back) % 7;
    return today + (date.shift === 'next' && forward === 0 ? 7 : forward);
  }
  return today - (date.shift === 'last' && back === 0 ? 7 : back);
}

/** Whole weeks (from Monday), weekends, months and years; the current one only as far as it has come, unless it lies ahead. */
function calendarDays(date: Of<'calendar'>, today: DayCount, ahead: boolean): Days {
  const monday = today - ((weekdayOf(today) + 6) % 7);
  if (date.unit === 'weekend') {
    const saturday = weekdayOf(today) === 6 ? today : monday + (ahead ? 5 : weekdayOf(today) === 0 ? 5 : -2);
    return { from: saturday, to: saturday + 1, level: 'week' };
  }
  const [from, to] =
    date.unit === 'week'
      ? [monday + 7 * date.shift, monday + 7 * date.shift + 6]
      : date.unit === 'month'
        ? [
            monthStart(yearOf(today), monthOf(today) + date.shift),
            monthStart(yearOf(today), monthOf(today) + date.shift + 1) - 1,
          ]
        : [monthStart(yearOf(today) + date.shift, 1), monthStart(yearOf(today) + date.shift + 1, 1) - 1];
  const days = thirdOf({ from, to, level: date.unit }, date.part);
  if (date.shift !== 0 || date.part) return days;
  return ahead ? { ...days, from: today } : { ...days, to: today };
}

function rangeDays(date: Of<'range'>, today: DayCount | null, ahead: boolean): Days | null {
  const to = daysOf(date.to, today, ahead);
  if (!to) return null;
  // The range ends where its second date does, and begins at the last such date before.
  const from = daysOf(
    date.from,
    date.from.kind === 'weekday' ? to.to : today,
    date.from.kind === 'weekday' ? false : ahead,
  );
  if (!from || from.from > to.to) return null;
  const length = to.to - from.from;
  return {
    from: from.from,
    to: to.to,
    level:
      length <= 1 ? 'day' : length <= 8 ? 'week' : length <= 32 ? 'month' : length <= 367 ? 'year' : 'longer',
  };
}
