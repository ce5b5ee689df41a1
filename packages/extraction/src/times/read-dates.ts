import type { Token } from '@trucewatch/language';
import { isCapital, isGlued, type Piece, type Reader, wordAt } from './piece.ts';
import type { DatePart } from './time-mention.ts';
import { months, undotted } from './time-words.ts';

type Day = Extract<DatePart, { kind: 'day' }>;

/** "12", "12th" as a day of a month; null for anything else. */
export function dayNumber(word: string): number | null {
  const found = /^([0-3]?\d)(?:st|nd|rd|th)?$/u.exec(word);
  const day = found ? Number(found[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

/** "1994" as a year; null for anything else and for years beyond 1900–2099. */
function yearNumber(word: string): number | null {
  return /^(?:19|20)\d\d$/u.test(word) ? Number(word) : null;
}

const monthLike = new Set(['march', 'may', 'mar']);
const beforeMonth = new Set(
  'in since until till by of last early late mid from during and before after next this end to through - around'.split(
    ' ',
  ),
);

/** The month that a token names; "march" and "may" only where no verb is meant. */
function monthAt(tokens: readonly Token[], at: number): number | null {
  const word = undotted(wordAt(tokens, at));
  const month = months.get(word);
  if (month === undefined) return null;
  if (
    word.length <= 4 &&
    !isCapital(tokens[at]) &&
    !/\d/u.test(wordAt(tokens, at - 1) + wordAt(tokens, at + 1))
  )
    return null;
  if (!monthLike.has(word)) return month;
  const beside =
    dayNumber(wordAt(tokens, at - 1)) ??
    dayNumber(wordAt(tokens, at + 1)) ??
    yearNumber(wordAt(tokens, at + 1));
  if (beside !== null) return month;
  const before = wordAt(tokens, at - 1);
  if (before === 'of' && dayNumber(wordAt(tokens, at - 2)) !== null) return month;
  return isCapital(tokens[at]) && beforeMonth.has(before) && wordAt(tokens, at + 1) !== 'to' ? month : null;
}

/** The year after "12 October", "October 12,", "October": its value and last token. */
function yearAfter(tokens: readonly Token[], last: number): { year: number; last: number } | null {
  const comma = wordAt(tokens, last + 1) === ',' ? 1 : 0;
  const of = wordAt(tokens, last + 1 + comma) === 'of' ? 1 : 0;
  const year = yearNumber(wordAt(tokens, last + 1 + comma + of));
  if (year !== null) return { year, last: last + 1 + comma + of };
  return shortYear(tokens, last);
}

/** "3 JAN 90": two digits for the year, in capitals or behind an apostrophe, and with nothing after that they could count. */
function shortYear(tokens: readonly Token[], last: number): { year: number; last: number } | null {
  const word = wordAt(tokens, last + 1);
  if (!/^['’]?\d\d$/u.test(word)) return null;
  const month = tokens[last]?.text ?? '';
  const apostrophe = word.length === 3;
  const closes = !/\p{L}/u.test(wordAt(tokens, last + 2));
  if (!apostrophe && (month !== month.toUpperCase() || !closes)) return null;
  const digits = Number(word.slice(-2));
  return { year: digits < 40 ? 2000 + digits : 1900 + digits, last: last + 1 };
}

const joints = new Set(['-', '–', '—', 'to', 'until', 'till', 'through']);

/** At a month's name: "12 October 2020", "the 12th of October", "October 12, 2020", "10-12 October", "late October", "October". */
export const readMonth: Reader = (tokens, at) => {
  const month = monthAt(tokens, at);
  if (month === null) return null;
  return dayBefore(tokens, at, month) ?? dayAfter(tokens, at, month) ?? monthOnly(tokens, at, month);
};

function dayBefore(tokens: readonly Token[], at: number, month: number): Piece | null {
  const of = wordAt(tokens, at - 1) === 'of' ? 1 : 0;
  const number = at - 1 - of;
  const word = wordAt(tokens, number);
  const day = dayNumber(word);
  if (day === null || (of === 1 && !/\D/u.test(word) && wordAt(tokens, number - 1) !== 'the')) return null;
  // "12 October 3" is not known anywhere; "at 10 October 12" neither.
  const known = yearAfter(tokens, at);
  const date: Day = { kind: 'day', day, month, ...(known ? { year: known.year } : {}) };
  const last = known?.last ?? at;
  const start = wordAt(tokens, number - 1) === 'the' && /\D/u.test(word) ? number - 1 : number;
  const begin = rangeBefore(tokens, start);
  if (begin && begin.day < day)
    return { first: begin.first, last, date: { kind: 'range', from: { ...date, day: begin.day }, to: date } };
  return { first: start, last, date };
}

/** "10-", "10 to", "between 10 and" before the second day of a range. */
function rangeBefore(tokens: readonly Token[], second: number): { day: number; first: number } | null {
  const joint = wordAt(tokens, second - 1);
  const day = dayNumber(wordAt(tokens, second - 2));
  if (day === null || /[.:/]/u.test(wordAt(tokens, second - 3))) return null;
  const between = joint === 'and' && wordAt(tokens, second - 3) === 'between';
  return joints.has(joint) || between ? { day, first: second - 2 } : null;
}

function dayAfter(tokens: readonly Token[], at: number, month: number): Piece | null {
  const the = wordAt(tokens, at + 1) === 'the' ? 1 : 0;
  const word = wordAt(tokens, at + 1 + the);
  const day = dayNumber(word);
  if (day === null || (the === 1 && !/\D/u.test(word)) || isDecimal(tokens, at + 1)) return null;
  const first = at + 1 + the;
  const date: Day = { kind: 'day', day, month };
  const joint = wordAt(tokens, first + 1);
  const second = dayNumber(wordAt(tokens, first + 2));
  const between = joint === 'and' && /^(?:between)$/u.test(wordAt(tokens, at - 1));
  if (second !== null && second > day && (joints.has(joint) || between) && !countsPeople(tokens, first + 2)) {
    const known = yearAfter(tokens, first + 2);
    const year = known ? { year: known.year } : {};
    const range: DatePart = {
      kind: 'range',
      from: { ...date, ...year },
      to: { ...date, day: second, ...year },
    };
    return { first: at, last: known?.last ?? first + 2, date: range };
  }
  const known = yearAfter(tokens, first);
  return { first: at, last: known?.last ?? first, date: { ...date, ...(known ? { year: known.year } : {}) } };
}

/** "October 10 to 12 people" does not go on to the twelfth. */
function countsPeople(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.upos === 'NOUN' && !months.has(next.lower);
}

function isDecimal(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at + 1) === '.' && isGlued(tokens, at) && /^\d/u.test(wordAt(tokens, at + 2));
}

function monthOnly(tokens: readonly Token[], at: number, month: number): Piece | null {
  const known = yearAfter(tokens, at);
  // "Mar", "Jun" alone are names; "May 2020" is no person.
  if (!known && wordAt(tokens, at).length <= 3 && month !== 5) return null;
  if (!known && isPerson(tokens, at)) return null;
  return {
    first: at,
    last: known?.last ?? at,
    date: { kind: 'month', month, ...(known ? { year: known.year } : {}) },
  };
}

/** "April Smith", "Theresa May": a capital beside it that is no date's word. */
function isPerson(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    next?.upos === 'PROPN' &&
    isCapital(next) &&
    next.text !== next.text.toUpperCase() &&
    next.relation === 'flat'
  );
}

/** "2020-10-12", "12.10.2020", "12/10/2020". Where day and month could be either, it is no date that can be known. */
export const readNumericDate: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const iso = /^((?:19|20)\d\d)-(\d\d)-(\d\d)(?:t.*)?$/u.exec(word);
  if (iso) return dated(at, Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const found = /^(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)$/u.exec(word);
  if (!found) return null;
  const [a, b, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (a > 12) return dated(at, a, b, year);
  if (b > 12) return dated(at, b, a, year);
  return found[2] === '.' || a === b ? dated(at, a, b, year) : null;
};

function dated(at: number, day: number, month: number, year: number): Piece | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { first: at, last: at, date: { kind: 'day', day, month, year } };
}

const hedges = new Set([
  'least',
  'than',
  'about',
  'some',
  'nearly',
  'almost',
  'over',
  'approximately',
  'exactly',
  '$',
  '€',
  '£',
]);
const beforeYear = new Set(
  'in since of from until till by during before after and the ( , - – late early mid circa around between for year a that this to'.split(
    ' ',
  ),
);

/** "1994", "1994-95", "1988 to 1994", "the 1990s". */
export const readYear: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const decade =
    /^((?:19|20)\d0)s$/u.exec(word) ??
    (wordAt(tokens, at + 1) === "'s" ? /^((?:19|20)\d0)$/u.exec(word) : null);
  if (decade) {
    const from = Number(decade[1]);
    return { first: at, last: at + (word.endsWith('s') ? 0 : 1), date: { kind: 'year', from, to: from + 9 } };
  }
  const glued = /^((?:19|20)\d\d)[/–-](\d\d|(?:19|20)\d\d)$/u.exec(word);
  if (glued) return years(at, at, Number(glued[1]), glued[2] ?? '');
  const year = yearNumber(word);
  if (year === null) return null;
  const before = wordAt(tokens, at - 1);
  const next = tokens[at + 1];
  if (hedges.has(before) || /^(?:%|percent|per|km|people|others|dollars|times)$/u.test(next?.lower ?? ''))
    return null;
  if (/^[-/:.]$/u.test(before) && isGlued(tokens, at - 1) && /\d$/u.test(wordAt(tokens, at - 2))) return null;
  const joint = next?.lower ?? '';
  const second = wordAt(tokens, at + 2);
  if (/^[-–/]$/u.test(joint) && /^(?:\d\d|(?:19|20)\d\d)$/u.test(second))
    return years(at, at + 2, year, second);
  if (
    (joint === 'to' || joint === 'until' || (joint === 'and' && before === 'between')) &&
    yearNumber(second) !== null
  )
    return years(at, at + 2, year, second);
  if (next?.upos === 'NOUN' && isPlural(next) && !beforeYear.has(before)) return null;
  return { first: at, last: at, date: { kind: 'year', from: year, to: year } };
};

function isPlural(token: Token): boolean {
  return token.xpos === 'NNS' || token.lower.endsWith('s');
}

function years(first: number, last: number, from: number, second: string): Piece | null {
  const to = second.length === 4 ? Number(second) : Math.floor(from / 100) * 100 + Number(second);
  return to >= from && to - from < 60 ? { first, last, date: { kind: 'year', from, to } } : null;
}
