import type { Piece } from './pieces.ts';
import type { DatePart, PartOfDay } from './time-mention.ts';

/** What a rule of `pieces.ts` reads out of its match. */
export type Reading = Omit<Piece, 'start' | 'end' | 'text'>;

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  several: 3,
};

export function clockWord(word: string): Reading {
  const midnight = word.toLowerCase() === 'midnight';
  return {
    clock: {
      hour: midnight ? 0 : 12,
      minute: 0,
      zone: null,
      word: midnight ? 'midnight' : 'noon',
      hasMinute: true,
    },
  };
}

export function weekday(match: RegExpExecArray): Reading | null {
  if (match[2] !== undefined && match[2].charAt(0) === match[2].charAt(0).toLowerCase()) return null;
  const shift = match[1]?.toLowerCase();
  const part: PartOfDay | undefined = match[3]
    ? 'morning'
    : match[4]
      ? 'afternoon'
      : match[5]
        ? 'evening'
        : match[6]
          ? 'night'
          : undefined;
  return {
    date: {
      kind: 'weekday',
      weekday: weekdays.indexOf((match[2] ?? '').toLowerCase()),
      ...(shift === 'last' || shift === 'next' ? { shift } : {}),
    },
    ...(part ? { part } : {}),
  };
}

export function nearDay(match: RegExpExecArray): Reading {
  const word = (match[1] ?? '').toLowerCase();
  if (match[3]) return { date: { kind: 'relative_day', days: -1 }, part: 'night' };
  if (match[2])
    return {
      date: { kind: 'relative_day', days: 0 },
      part: /morning/iu.test(match[0]) ? 'morning' : /afternoon/iu.test(match[0]) ? 'afternoon' : 'evening',
    };
  if (word === 'overnight') return { date: { kind: 'relative_span', from: -1, to: 0, level: 'day' } };
  const days = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
  return {
    date: { kind: 'relative_day', days },
    ...(word === 'tonight' ? { part: 'night' as const } : {}),
    ...(days > 0 ? { ahead: true } : {}),
  };
}

export function monthOnly(match: RegExpExecArray): Reading | null {
  const month = months.indexOf((match[2] ?? '').toLowerCase()) + 1;
  const before = match.input.slice(Math.max(0, match.index - 12), match.index);
  if (/\d(?:st|nd|rd|th)?(?: of)? $/u.test(before)) return null;
  if (
    (match[2] === 'May' || match[2] === 'March') &&
    !match[3] &&
    !/(?:in|since|until|by|of|last|early|late|mid|from|during) $/iu.test(before) &&
    !match[1]
  )
    return null;
  const part = match[1]?.toLowerCase() as 'early' | 'mid' | 'late' | undefined;
  return {
    date: {
      kind: 'month',
      month,
      ...(match[3] ? { year: Number(match[3]) } : {}),
      ...(part ? { part } : {}),
    },
  };
}

export function yearRange(match: RegExpExecArray): Reading | null {
  const from = Number(match[1]);
  const second = match[2] ?? '';
  const to = second.length === 4 ? Number(second) : Math.floor(from / 100) * 100 + Number(second);
  return to >= from && to - from < 60 ? { date: { kind: 'year', from, to } } : null;
}

export function spanWord(match: RegExpExecArray): Reading {
  const unit = (match[3] ?? 'weekend').toLowerCase();
  const previous = /last|past|previous/iu.test(match[2] ?? 'last');
  if (unit === 'weekend') return { date: { kind: 'relative_span', from: -7, to: 0, level: 'week' } };
  const length = unit === 'week' ? 7 : unit === 'month' ? 31 : 366;
  const level = unit as 'week' | 'month' | 'year';
  return {
    date: {
      kind: 'relative_span',
      from: previous ? -2 * length + 1 : -length,
      to: previous ? (match[2]?.toLowerCase() === 'the past' ? 0 : -1) : 0,
      level,
    },
  };
}

export function ago(match: RegExpExecArray): Reading | null {
  const word = (match[1] ?? match[3] ?? 'one').toLowerCase();
  const unit = (match[2] ?? match[4] ?? match[5] ?? '').toLowerCase();
  const amount = numbers[word] ?? Number(word);
  const length = unit === 'day' ? 1 : unit === 'week' ? 7 : unit === 'month' ? 30 : 365;
  const slack = unit === 'day' ? 0 : unit === 'week' ? 1 : unit === 'month' ? 15 : 182;
  const days = -amount * length;
  if (slack === 0) return { date: { kind: 'relative_day', days } };
  return {
    date: {
      kind: 'relative_span',
      from: days - slack,
      to: Math.min(0, days + slack),
      level: unit as 'week' | 'month' | 'year',
    },
  };
}

export function recent(unit: string): DatePart {
  const days = unit === 'days' ? 7 : unit === 'weeks' ? 35 : 120;
  return { kind: 'relative_span', from: -days, to: 0, level: unit === 'days' ? 'week' : 'longer' };
}
