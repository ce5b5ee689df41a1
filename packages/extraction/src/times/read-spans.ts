import type { Token } from '@trucewatch/language';
import { type Piece, type Reader, wordAt } from './piece.ts';
import type { DatePart } from './time-mention.ts';
import { amountOf, seasons, type Third, thirds, type Unit, units } from './time-words.ts';

const unitDays: Readonly<Record<Unit, number>> = {
  minute: 0,
  hour: 0,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
  decade: 3652,
};

/** "early", "mid-", "late", "the end of" before a piece, and where they begin. */
export function thirdBefore(tokens: readonly Token[], first: number): { part: Third; first: number } | null {
  let at = first - 1;
  if (wordAt(tokens, at) === 'the' || wordAt(tokens, at) === '-' || wordAt(tokens, at) === 'in') at--;
  const of = wordAt(tokens, at) === 'of';
  if (of) at--;
  const word = wordAt(tokens, at);
  const part = thirds.get(word);
  if (!part || (of && word.length === 4 && word === 'late')) return null;
  if (!of && /^(?:beginning|start|middle|end|close)$/u.test(word)) return null;
  return { part, first: of && wordAt(tokens, at - 1) === 'the' ? at - 1 : at };
}

/** At "week", "month", "year", "weekend": "last week", "earlier this month", "the past two weeks", "three years ago". */
export const readUnit: Reader = (tokens, at) => {
  const unit = units.get(wordAt(tokens, at));
  if (!unit) return null;
  return (
    ago(tokens, at, unit) ??
    aheadBy(tokens, at, unit) ??
    pastFew(tokens, at, unit) ??
    calendar(tokens, at, unit) ??
    aged(tokens, at, unit)
  );
};

/** "last week", "this month", "late last year", "earlier this week", "next month". */
function calendar(tokens: readonly Token[], at: number, unit: Unit): Piece | null {
  if (unit !== 'week' && unit !== 'month' && unit !== 'year') return null;
  const before = wordAt(tokens, at - 1);
  const shift =
    before === 'last' || before === 'previous'
      ? -1
      : before === 'this' || before === 'current'
        ? 0
        : before === 'next' || before === 'coming'
          ? 1
          : null;
  if (shift === null || (before !== 'this' && wordAt(tokens, at) !== unit)) return null;
  if (before === 'last' && wordAt(tokens, at - 2) === 'the' && wordAt(tokens, at + 1) === 'of') return null;
  const third = thirdBefore(tokens, at - 1);
  const earlier = wordAt(tokens, at - 2) === 'earlier' || wordAt(tokens, at - 2) === 'later';
  return {
    first: third?.first ?? (earlier ? at - 2 : at - 1),
    last: at,
    date: { kind: 'calendar', unit, shift, ...(third ? { part: third.part } : {}) },
    ...(shift > 0 || wordAt(tokens, at - 2) === 'later' ? { ahead: true } : {}),
  };
}

/** "the weekend", "last weekend", "over the weekend". */
export const readWeekend: Reader = (tokens, at) => {
  const before = wordAt(tokens, at - 1);
  const next = before === 'next' || before === 'coming';
  if (before !== 'the' && before !== 'last' && before !== 'this' && before !== 'past' && !next) return null;
  return {
    first: at - 1,
    last: at,
    date: { kind: 'calendar', unit: 'weekend', shift: next ? 1 : 0 },
    ...(next ? { ahead: true } : {}),
  };
};

const notAhead = /^(?:of|after|from|ago|later|earlier|before|old|since|and)$/u;

/** "in 72 hours", "within two weeks", "in the next 24 hours": from publication on, where the verb looks ahead. */
function aheadBy(tokens: readonly Token[], at: number, unit: Unit): Piece | null {
  const amount = amountOf(wordAt(tokens, at - 1));
  if (amount === null || unit === 'minute' || notAhead.test(wordAt(tokens, at + 1))) return null;
  const next = wordAt(tokens, at - 2) === 'next' && wordAt(tokens, at - 3) === 'the';
  const first = next ? at - 4 : at - 2;
  const opener = wordAt(tokens, first);
  if (opener !== 'within' && opener !== 'in') return null;
  const days = unit === 'hour' ? Math.max(1, Math.ceil(amount / 24)) : amount * unitDays[unit];
  const from = opener === 'within' || next ? 0 : days - Math.max(1, Math.round(days / 7));
  return { first, last: at, date: span(from, days), isOnlyAhead: true };
}

/** "three days ago", "a week ago", "a few months ago", "half a year ago". */
function ago(tokens: readonly Token[], at: number, unit: Unit): Piece | null {
  if (wordAt(tokens, at + 1) !== 'ago') return null;
  const word = wordAt(tokens, at - 1);
  const vague =
    /^(?:few|several|some|couple)$/u.test(word) || (word === 'of' && wordAt(tokens, at - 2) === 'couple');
  const amount = amountOf(word);
  if (amount === null && !vague) return null;
  const article = /^(?:a|the|last)$/u.test(wordAt(tokens, at - 2)) ? 1 : 0;
  const first = word === 'of' ? at - 3 : at - 1 - (vague ? article : 0);
  const more = vague || /^(?:than|almost|nearly|over|about|around|some)$/u.test(wordAt(tokens, at - 2));
  const date = agoPart(amount, unit, more);
  return date && { first, last: at + 1, date };
}

function agoPart(amount: number | null, unit: Unit, more: boolean): DatePart | null {
  if (amount === null) {
    if (unit === 'decade' || unit === 'minute') return null;
    return unit === 'hour'
      ? { kind: 'relative_span', from: -1, to: 0, level: 'day' }
      : span(-8 * unitDays[unit], -2 * unitDays[unit]);
  }
  if (unit === 'minute') return { kind: 'relative_day', days: 0 };
  if (unit === 'hour')
    return {
      kind: 'relative_span',
      from: -Math.ceil(amount / 24),
      to: -Math.floor(amount / 24),
      level: 'day',
    };
  if (unit === 'day') return more ? span(-amount - 1, -amount) : { kind: 'relative_day', days: -amount };
  if (unit === 'week') return span(-amount * 7 - 1, -amount * 7 + 1);
  if (more || unit === 'decade')
    return span(-Math.round(amount * unitDays[unit] * 1.3), -Math.round(amount * unitDays[unit] * 0.9));
  return { kind: 'calendar', unit, shift: -amount };
}

/** Days from publication's, with the level that so long a stretch has. */
function span(from: number, to: number): DatePart {
  const days = to - from;
  return {
    kind: 'relative_span',
    from,
    to,
    level: days <= 1 ? 'day' : days <= 8 ? 'week' : days <= 32 ? 'month' : days <= 367 ? 'year' : 'longer',
  };
}

/** "in the past three weeks", "in the last 24 hours", "recent days", "the past few months". */
function pastFew(tokens: readonly Token[], at: number, unit: Unit): Piece | null {
  const word = wordAt(tokens, at - 1);
  if (word === 'recent' && wordAt(tokens, at) !== unit)
    return { first: at - 1, last: at, date: span(-fewOf(unit), 0) };
  const near = (i: number): boolean => /^(?:past|last|previous)$/u.test(wordAt(tokens, i));
  if (near(at - 1) && (wordAt(tokens, at) !== unit || word === 'past'))
    return {
      first: at - 1,
      last: at,
      date: span(-(wordAt(tokens, at) === unit ? Math.max(1, unitDays[unit]) : fewOf(unit)), 0),
    };
  const few = word === 'few' || word === 'several' || (word === 'of' && wordAt(tokens, at - 2) === 'couple');
  const start = word === 'of' ? at - 2 : at - 1;
  if (few) {
    const back = wordAt(tokens, start - 1) === 'a' ? 1 : 0;
    return near(start - 1 - back) ? { first: start - 1 - back, last: at, date: span(-fewOf(unit), 0) } : null;
  }
  const amount = amountOf(word);
  if (amount === null || !near(at - 2)) return null;
  const days = unit === 'hour' || unit === 'minute' ? Math.ceil(amount / 24) : amount * unitDays[unit];
  return { first: at - 2, last: at, date: span(-Math.max(1, days), 0) };
}

function fewOf(unit: Unit): number {
  return unit === 'hour' || unit === 'minute'
    ? 1
    : unit === 'day'
      ? 7
      : unit === 'week'
        ? 35
        : unit === 'month'
          ? 120
          : 3 * unitDays[unit];
}

/** What has an age in years and is no person. */
const lasting = new Set(
  'war conflict dispute truce ceasefire cease-fire insurgency fight struggle feud deal agreement blockade siege crisis rebellion uprising occupation standoff'.split(
    ' ',
  ),
);

/** "the week-old truce", "a six-week-old battle": its age; a person's ("five-year-old girl") is no time. */
function aged(tokens: readonly Token[], at: number, unit: Unit): Piece | null {
  if (wordAt(tokens, at + 1) !== '-' || wordAt(tokens, at + 2) !== 'old') return null;
  const amount = wordAt(tokens, at - 1) === '-' ? amountOf(wordAt(tokens, at - 2)) : 1;
  if (
    amount === null ||
    wordAt(tokens, at) !== unit ||
    unit === 'decade' ||
    unit === 'hour' ||
    unit === 'minute'
  )
    return null;
  if (unit === 'year' && !lasting.has(wordAt(tokens, at + 3)) && !lasting.has(wordAt(tokens, at + 4)))
    return null;
  const date = agoPart(amount, unit, false);
  return date && { first: wordAt(tokens, at - 1) === '-' ? at - 2 : at, last: at + 2, date, aside: true };
}

/** "the summer of 2014", "last winter", "this spring", "autumn 2020". */
export const readSeason: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const month = seasons.get(word);
  if (month === undefined) return null;
  const of = wordAt(tokens, at + 1) === 'of' ? 1 : 0;
  const year = /^(?:19|20)\d\d$/u.test(wordAt(tokens, at + 1 + of))
    ? Number(wordAt(tokens, at + 1 + of))
    : null;
  if (year !== null) return { first: at, last: at + 1 + of, date: { kind: 'season', month, year } };
  const before = wordAt(tokens, at - 1);
  const shift = before === 'last' ? -1 : before === 'this' ? 0 : before === 'next' ? 1 : null;
  if (shift === null || word === 'fall') return null;
  return {
    first: at - 1,
    last: at,
    date: { kind: 'season', month, shift },
    ...(shift > 0 ? { ahead: true } : {}),
  };
};
