import type { Token } from '@trucewatch/language';
import { type Reader, wordAt } from './piece.ts';
import { amountOf, units } from './time-words.ts';

const later = new Map<string, -1 | 1>([
  ['later', 1],
  ['after', 1],
  ['earlier', -1],
  ['before', -1],
  ['afterwards', 1],
  ['previously', -1],
  ['prior', -1],
]);

/** At a unit: "two days later", "hours after the truce began", "a week before", "minutes earlier". */
export const readDistance: Reader = (tokens, at) => {
  const unit = units.get(wordAt(tokens, at));
  const direction = later.get(wordAt(tokens, at + 1));
  if (!unit || direction === undefined) return null;
  const word = wordAt(tokens, at - 1);
  const amount = amountOf(word);
  const few = /^(?:few|several|some|mere|just|only)$/u.test(word);
  const less = wordAt(tokens, at - 2) === 'than' || wordAt(tokens, at - 2) === 'within';
  // "the day after", "a day earlier", but "every day after", "these days after" is no distance.
  const bare = amount === null && !few && (wordAt(tokens, at) !== unit || word === 'the');
  if (amount === null && !few && !bare) return null;
  const first = bare
    ? word === 'the'
      ? at - 1
      : at
    : few && wordAt(tokens, at - 2) === 'a'
      ? at - 2
      : at - 1;
  const exact = word === 'the' && bare ? 1 : less ? null : amount;
  return { first, last: at + 1, date: { kind: 'anchored', amount: exact, unit, direction } };
};

/** At "day": "the following day", "the same day", "that day", "the previous day", "earlier in the day", "the next day". */
export const readOtherDay: Reader = (tokens, at) => {
  const word = wordAt(tokens, at - 1);
  if (word === 'the' && wordAt(tokens, at - 2) === 'in') {
    const when = wordAt(tokens, at - 3);
    if (when !== 'earlier' && when !== 'later' && when !== 'early' && when !== 'late') return null;
    const first = wordAt(tokens, at - 4) === 'even' ? at - 4 : at - 3;
    return { first, last: at, part: when.startsWith('earl') ? 'earlier' : 'late' };
  }
  const days =
    word === 'following' || word === 'next'
      ? 1
      : word === 'previous' || word === 'preceding'
        ? -1
        : word === 'same' || word === 'that'
          ? 0
          : null;
  if (days === null || (word !== 'that' && wordAt(tokens, at - 2) !== 'the')) return null;
  const part = /^(?:earlier|later)$/u.test(wordAt(tokens, at - 2)) ? at - 2 : null;
  return {
    first: part ?? (word === 'that' ? at - 1 : at - 2),
    last: at,
    date: { kind: 'anchored', amount: Math.abs(days), unit: 'day', direction: days as -1 | 0 | 1 },
  };
};

/** At "earlier", "later": "earlier today", "earlier on Saturday" say the day again; "later that night" too. */
export const readEarlierToday: Reader = (tokens, at) => {
  const next = wordAt(tokens, at + 1);
  if (next !== 'today' && next !== 'yesterday') return null;
  const days = next === 'today' ? 0 : -1;
  return {
    first: at,
    last: at + 1,
    date: { kind: 'relative_day', days },
    ...(wordAt(tokens, at) === 'earlier' ? { part: 'earlier' as const } : {}),
  };
};

/** "shortly after the truce began", "immediately after", "soon afterwards": hours, by the look of it. */
export const readShortly: Reader = (tokens, at) => {
  const next = wordAt(tokens, at + 1);
  const direction = later.get(next);
  if (direction === undefined || next === 'later' || next === 'earlier') return null;
  return { first: at, last: at + 1, date: { kind: 'anchored', amount: null, unit: 'hour', direction } };
};

/** Whether words after an anchored expression name what it is counted from: "a day after the truce". */
export function namesAnchor(tokens: readonly Token[], last: number): boolean {
  const word = wordAt(tokens, last);
  return (word === 'after' || word === 'before') && /[\p{L}\p{N}]/u.test(wordAt(tokens, last + 1));
}
