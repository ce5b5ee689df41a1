import type { Token } from '@trucewatch/language';
import { isCapital, type Piece, type Reader, wordAt } from './piece.ts';
import { dayNumber } from './read-dates.ts';
import type { DatePart, PartOfDay } from './time-mention.ts';
import { dayParts, months, shortWeekdays, undotted, weekdays } from './time-words.ts';

const named = new Set([
  'bloody',
  'black',
  'good',
  'ash',
  'holy',
  'palm',
  'maundy',
  'super',
  'cyber',
  'shrove',
]);
const papers = new Set([
  'times',
  'telegraph',
  'mirror',
  'mail',
  'express',
  'agreement',
  'herald',
  'night-live',
]);

function weekdayAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const word = wordAt(tokens, at);
  const known = weekdays.get(undotted(word)) ?? null;
  if (known !== null) {
    if (
      named.has(wordAt(tokens, at - 1)) ||
      (papers.has(wordAt(tokens, at + 1)) && isCapital(tokens[at + 1]))
    )
      return null;
    return known;
  }
  const short = shortWeekdays.get(undotted(word));
  if (short === undefined || !isCapital(token)) return null;
  const next = undotted(wordAt(tokens, at + 1 + (wordAt(tokens, at + 1) === ',' ? 1 : 0)));
  return word.endsWith('.') || months.has(next) || dayNumber(next) !== null ? short : null;
}

/** "Saturday", "last Sunday", "Friday night", "from Monday to Wednesday", "the night of Monday to Tuesday". */
export const readWeekday: Reader = (tokens, at) => {
  const weekday = weekdayAt(tokens, at);
  if (weekday === null) return null;
  const before = wordAt(tokens, at - 1);
  const shift =
    before === 'last' || before === 'past'
      ? 'last'
      : before === 'next' || before === 'coming'
        ? 'next'
        : undefined;
  const first = shift || before === 'this' ? at - 1 : at;
  const date: DatePart = { kind: 'weekday', weekday, ...(shift ? { shift } : {}) };
  const second = weekdayRange(tokens, at);
  if (second)
    return {
      first,
      last: second.last,
      date: { kind: 'range', from: date, to: { kind: 'weekday', weekday: second.weekday } },
    };
  const early = /^(?:early|late)$/u.test(wordAt(tokens, at + 1)) ? 1 : 0;
  const part = dayParts.get(wordAt(tokens, at + 1 + early));
  return { first, last: part ? at + 1 + early : at, date, ...(part ? { part } : {}) };
};

function weekdayRange(tokens: readonly Token[], at: number): { weekday: number; last: number } | null {
  const joint = wordAt(tokens, at + 1);
  const before = wordAt(tokens, at - 1);
  const second = weekdays.get(wordAt(tokens, at + 2));
  if (second === undefined) return null;
  const joined =
    joint === '-' ||
    joint === '–' ||
    joint === 'to' ||
    joint === 'until' ||
    joint === 'through' ||
    (joint === 'and' && before === 'between');
  return joined ? { weekday: second, last: at + 2 } : null;
}

/** "today", "yesterday evening", "tomorrow", "tonight", "the day before yesterday". */
export const readNearDay: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  if (word === 'overnight') {
    // "an overnight curfew": the habit, not one night, is beyond what can be told from the word.
    return { first: at, last: wordAt(tokens, at + 1) === 'into' ? at + 1 : at, part: 'overnight' };
  }
  const before = word === 'yesterday' ? 'before' : 'after';
  const far =
    word !== 'today' &&
    word !== 'tonight' &&
    wordAt(tokens, at - 1) === before &&
    wordAt(tokens, at - 2) === 'day';
  const days = (word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0) * (far ? 2 : 1);
  const part = word === 'tonight' ? 'night' : dayParts.get(wordAt(tokens, at + 1));
  const piece: Piece = {
    first: far ? at - 2 : at,
    last: word !== 'tonight' && part ? at + 1 : at,
    date: { kind: 'relative_day', days },
    ...(part ? { part } : {}),
    ...(days > 0 ? { ahead: true } : {}),
  };
  // "Today's Azerbaijan" is these days, not this day.
  return word === 'today' && wordAt(tokens, at + 1) === "'s" ? null : piece;
};

const morrow: DatePart = { kind: 'anchored', amount: 1, unit: 'day', direction: 1 };
const eve: DatePart = { kind: 'anchored', amount: 1, unit: 'day', direction: -1 };
const sameDay: DatePart = { kind: 'anchored', amount: 0, unit: 'day', direction: 0 };

/** At "morning", "afternoon", "evening", "night", "dawn": "this morning", "last night", "that night", "the next morning", "the morning of". */
export const readDayPart: Reader = (tokens, at) => {
  const part = dayParts.get(wordAt(tokens, at)) as PartOfDay;
  const before = wordAt(tokens, at - 1);
  if (before === 'this') return { first: at - 1, last: at, date: { kind: 'relative_day', days: 0 }, part };
  if (before === 'last' || before === 'late')
    return before === 'last' && (part === 'night' || part === 'evening')
      ? { first: at - 1, last: at, date: { kind: 'relative_day', days: -1 }, part }
      : null;
  if (before === 'that') return { first: at - 1, last: at, date: sameDay, part };
  if (before === 'next' || before === 'following')
    return { first: wordAt(tokens, at - 2) === 'the' ? at - 2 : at - 1, last: at, date: morrow, part };
  if (before === 'tomorrow' || before === 'yesterday') return null;
  if (before === 'before' || before === 'at' || before === 'around' || before === 'of')
    return part === 'early_hours' ? { first: at - 1, last: at, part } : null;
  if (before !== 'the') return null;
  const beside = wordAt(tokens, at + 1);
  // "the night before", "the morning after": counted from the day just told.
  if ((beside === 'before' || beside === 'after') && !/^[\p{L}\p{N}]/u.test(wordAt(tokens, at + 2)))
    return { first: at - 1, last: at + 1, date: beside === 'before' ? eve : morrow, part };
  const opener = wordAt(tokens, at - 2);
  if (wordAt(tokens, at + 1) === 'of') return { first: at - 1, last: at + 1, part };
  if (part === 'night' && (opener === 'during' || opener === 'throughout'))
    return { first: at - 2, last: at, part: 'overnight' };
  return opener === 'in' || opener === 'during' ? { first: at - 2, last: at, part } : null;
};

/** At "hours" in "in the early hours of". */
export const readEarlyHours: Reader = (tokens, at) => {
  if (!/^(?:early|small|wee|predawn)$/u.test(wordAt(tokens, at - 1))) return null;
  const the = wordAt(tokens, at - 2) === 'the' ? 1 : 0;
  const inThe = the === 1 && wordAt(tokens, at - 3) === 'in' ? 1 : 0;
  const ofThe =
    wordAt(tokens, at + 1) === 'of' &&
    wordAt(tokens, at + 2) === 'the' &&
    dayParts.has(wordAt(tokens, at + 3));
  return { first: at - 1 - the - inThe, last: ofThe ? at + 3 : at, part: 'early_hours' };
};

/** At "early", "late": "early on Saturday", "late Sunday", "early yesterday", "late this morning". */
export const readEarlyLate: Reader = (tokens, at) => {
  const on = wordAt(tokens, at + 1) === 'on' ? 1 : 0;
  const next = wordAt(tokens, at + 1 + on);
  const day =
    weekdays.has(next) ||
    next === 'today' ||
    next === 'yesterday' ||
    (on === 1 && (months.has(undotted(next)) || dayNumber(next) !== null));
  if (!day) return null;
  return { first: at, last: at, part: wordAt(tokens, at) === 'early' ? 'early' : 'late' };
};
