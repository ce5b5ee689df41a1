import type { Token } from '@trucewatch/language';
import { type Piece, type Reader, wordAt } from './piece.ts';
import type { Clock } from './time-mention.ts';
import { amountOf } from './time-words.ts';

const clock = (hour: number, minute: number, hasMinute: boolean): Clock => ({
  hour,
  minute,
  zone: null,
  hasMinute,
});

/** "8", "8:30", "8.30": hour and minute of a twelve-hour clock. */
function hourOf(word: string): { hour: number; minute: number; hasMinute: boolean } | null {
  const found = /^(\d{1,2})(?:[.:]([0-5]\d))?$/u.exec(word);
  if (!found) {
    const named = /^\p{L}+$/u.test(word) ? amountOf(word) : null;
    return named !== null && named <= 12 && word !== 'a' && word !== 'an'
      ? { hour: named, minute: 0, hasMinute: false }
      : null;
  }
  const hour = Number(found[1]);
  return hour <= 12 ? { hour, minute: Number(found[2] ?? 0), hasMinute: found[2] !== undefined } : null;
}

const half = (word: string): 0 | 12 | null =>
  /^a\.?m\.?$/u.test(word) ? 0 : /^p\.?m\.?$/u.test(word) ? 12 : null;

/** At "a.m." or "p.m.": "8 a.m.", "8:30 pm", "between 5 and 7 a.m.". */
export const readHalfDay: Reader = (tokens, at) => {
  const add = half(wordAt(tokens, at));
  const named = add === null ? null : hourOf(wordAt(tokens, at - 1));
  if (add === null || !named) return null;
  const to = clock((named.hour % 12) + add, named.minute, named.hasMinute);
  const begin = clockRange(tokens, at - 1);
  const from = begin === null ? null : hourOf(wordAt(tokens, begin));
  if (begin !== null && from && from.hour !== named.hour) {
    const hour = (from.hour % 12) + add;
    return {
      first: begin,
      last: at,
      clock: clock(hour > to.hour ? hour - 12 : hour, from.minute, from.hasMinute),
      clockTo: to,
    };
  }
  return { first: at - 1, last: at, clock: to };
};

/** The token of the first hour in "between 5 and 7", "5-7", "5 to 7"; null where there is none. */
function clockRange(tokens: readonly Token[], second: number): number | null {
  const joint = wordAt(tokens, second - 1);
  const between = joint === 'and' && wordAt(tokens, second - 3) === 'between';
  return between || joint === '-' || joint === '–' || joint === 'to' ? second - 2 : null;
}

/** "20:30", "0630 GMT", "06h30", "20.30 hours": a clock of twenty-four hours. */
export const readDigitalClock: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  if (half(wordAt(tokens, at + 1)) !== null) return null;
  const colon = /^([01]?\d|2[0-4])[:h]([0-5]\d)(?::[0-5]\d)?$/u.exec(word);
  if (colon) return digital(tokens, at, colon);
  const bare = /^([01]\d|2[0-4])([0-5]\d)$/u.exec(word) ?? /^([01]?\d|2[0-4])\.([0-5]\d)$/u.exec(word);
  return bare && namesClock(tokens, at + 1) ? digital(tokens, at, bare) : null;
};

const hourWords = new Set(['hours', 'hrs', 'hour']);

function digital(tokens: readonly Token[], at: number, found: RegExpExecArray): Piece {
  const last = hourWords.has(wordAt(tokens, at + 1)) ? at + 1 : at;
  const end = clock(Number(found[1]), Number(found[2]), true);
  const begin = clockRange(tokens, at);
  const from = begin === null ? null : /^([01]?\d|2[0-4])[:h.]?([0-5]\d)$/u.exec(wordAt(tokens, begin));
  if (begin !== null && from)
    return { first: begin, last, clock: clock(Number(from[1]), Number(from[2]), true), clockTo: end };
  return { first: at, last, clock: end };
}

const zoneWords = new Set([
  'gmt',
  'utc',
  'local',
  'moscow',
  'hours',
  'hrs',
  'z',
  'cet',
  'msk',
  'ist',
  'est',
  'edt',
  'et',
]);

/** Whether what follows four digits makes a time of day of them. */
function namesClock(tokens: readonly Token[], at: number): boolean {
  const next = wordAt(tokens, at);
  return (
    zoneWords.has(next) ||
    (next === '(' && zoneWords.has(wordAt(tokens, at + 1))) ||
    wordAt(tokens, at + 1) === 'time'
  );
}

/** "noon", "midday", "midnight", "12 midnight", "one minute past midnight". */
export const readClockWord: Reader = (tokens, at) => {
  const midnight = wordAt(tokens, at) === 'midnight';
  const digits = /^(?:12|0|24)(?:[.:]00)?$/u.test(wordAt(tokens, at - 1)) ? 1 : 0;
  const past = minutesPast(tokens, at);
  return {
    first: past ? at - 3 : at - digits,
    last: at,
    clock: {
      hour: midnight ? 0 : 12,
      minute: past ?? 0,
      zone: null,
      word: midnight ? 'midnight' : 'noon',
      hasMinute: true,
    },
  };
};

/** "one minute past", "ten minutes after": minutes before a word for an hour. */
function minutesPast(tokens: readonly Token[], at: number): number | null {
  if (!/^(?:past|after)$/u.test(wordAt(tokens, at - 1)) || !/^minutes?$/u.test(wordAt(tokens, at - 2)))
    return null;
  const amount = amountOf(wordAt(tokens, at - 3));
  return amount !== null && amount < 60 ? amount : null;
}

/** "8 o'clock", "eight o'clock in the evening", "at eight in the morning". */
export const readHourWords: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const oclock = word === "o'clock";
  const named = hourOf(wordAt(tokens, at - 1));
  if (!named || (!oclock && wordAt(tokens, at - 2) !== 'at' && wordAt(tokens, at - 2) !== 'around'))
    return null;
  const inThe = oclock ? at + 1 : at;
  const part =
    wordAt(tokens, inThe) === 'in' && wordAt(tokens, inThe + 1) === 'the' ? wordAt(tokens, inThe + 2) : '';
  if (part !== 'morning' && part !== 'afternoon' && part !== 'evening' && (part !== '' || !oclock))
    return null;
  const add = part === 'afternoon' || part === 'evening' ? 12 : 0;
  return {
    first: at - 1,
    last: part === '' ? at : inThe + 2,
    clock: clock((named.hour % 12) + add, named.minute, named.hasMinute),
  };
};
