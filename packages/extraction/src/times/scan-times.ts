import type { Token } from '@trucewatch/language';
import type { Piece, Reader } from './piece.ts';
import { readDistance, readEarlierToday, readOtherDay, readShortly } from './read-anchored.ts';
import { readClockWord, readDigitalClock, readHalfDay, readHourWords } from './read-clocks.ts';
import { dayNumber, readMonth, readNumericDate, readYear } from './read-dates.ts';
import { readDayPart, readEarlyHours, readEarlyLate, readNearDay, readWeekday } from './read-days.ts';
import { readSeason, readUnit, readWeekend, thirdBefore } from './read-spans.ts';
import { dayParts, months, seasons, shortWeekdays, undotted, units, weekdays } from './time-words.ts';

/** Which readers are tried at which word, in this order. Every other word is passed over. */
const readers = new Map<string, readonly Reader[]>();
const add = (words: Iterable<string>, ...list: Reader[]): void => {
  for (const word of words) readers.set(word, [...(readers.get(word) ?? []), ...list]);
};
add(months.keys(), readMonth);
add([...weekdays.keys(), ...shortWeekdays.keys()], readWeekday);
add(['today', 'tonight', 'yesterday', 'tomorrow', 'overnight'], readNearDay);
add(['midnight', 'noon', 'midday'], readClockWord);
add(['am', 'pm', 'a.m', 'p.m', 'a.m.', 'p.m.'], readHalfDay);
add(["o'clock", 'in'], readHourWords);
add(['day'], readOtherDay);
add(units.keys(), readDistance, readUnit);
add(['hours'], readEarlyHours);
add(['weekend'], readWeekend);
add(['early', 'late'], readEarlyLate);
add(['earlier', 'later'], readEarlierToday);
add(['shortly', 'soon', 'immediately', 'right', 'moments'], readShortly);
add(dayParts.keys(), readDayPart);
add(seasons.keys(), readSeason);

const digital: readonly Reader[] = [readNumericDate, readDigitalClock, readYear];
const zero = 48;
const nine = 57;

/** Every piece of a time expression in one pass over the tokens, in order, none overlapping another. */
export function scanTimes(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = (tokens[at] as Token).lower;
    const initial = word.charCodeAt(0);
    const list =
      initial >= zero && initial <= nine ? digital : (readers.get(word) ?? readers.get(undotted(word)));
    if (!list) {
      if (initial === 109 && word.startsWith('mid-')) take(pieces, tokens, readMid(tokens, at));
      continue;
    }
    for (const read of list) {
      const piece = read(tokens, at);
      if (!piece || !take(pieces, tokens, piece)) continue;
      listed(pieces, tokens);
      break;
    }
  }
  return pieces;
}

/** Adds a piece unless a token of it is taken; a later one that holds the last one whole replaces it. */
function take(pieces: Piece[], tokens: readonly Token[], piece: Piece | null): boolean {
  if (!piece) return false;
  const whole = withThird(tokens, piece);
  for (let last = pieces.at(-1); last && last.last >= whole.first; last = pieces.at(-1)) {
    if (whole.first > last.first || whole.last <= last.last) return false;
    pieces.pop();
  }
  pieces.push(whole);
  return true;
}

/** "on 10 and 17 October", "the October 10 and 17 truces": the day that shares the month. */
function listed(pieces: Piece[], tokens: readonly Token[]): void {
  const piece = pieces.at(-1);
  const date = piece?.date;
  if (!piece || date?.kind !== 'day') return;
  const before = listedBefore(tokens, piece.first);
  const previous = pieces.at(-2);
  if (before !== null && (!previous || previous.last < before))
    pieces.splice(-1, 0, {
      first: before,
      last: before,
      date: { ...date, day: dayNumber(tokens[before]?.lower ?? '') ?? 0 },
    });
  const after = listedAfter(tokens, piece);
  if (after !== null)
    pieces.push({
      first: after,
      last: after,
      date: { ...date, day: dayNumber(tokens[after]?.lower ?? '') ?? 0 },
    });
}

function listedBefore(tokens: readonly Token[], first: number): number | null {
  const ordinal = tokens[first]?.lower === 'the' ? 1 : 0;
  if (tokens[first - 1]?.lower !== 'and' || tokens[first + ordinal + 1]?.upos === 'NUM') return null;
  const at = first - 2;
  if (dayNumber(tokens[at]?.lower ?? '') === null) return null;
  return /^(?:on|of|the|from|both|,)$/u.test(tokens[at - 1]?.lower ?? '') ? at : null;
}

function listedAfter(tokens: readonly Token[], piece: Piece): number | null {
  const at = piece.last + 2;
  const month = months.has(undotted(tokens[piece.first]?.lower ?? ''));
  if (!month || tokens[at - 1]?.lower !== 'and' || dayNumber(tokens[at]?.lower ?? '') === null) return null;
  const next = tokens[at + 1];
  if (months.has(undotted(next?.lower ?? ''))) return null;
  const counts = next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM|VERB)$/u.test(next.upos);
  return !counts || tokens[piece.first - 1]?.lower === 'the' ? at : null;
}

/** "early October", "the late 1990s", "the end of 2020": a third of a month, year or decade. */
function withThird(tokens: readonly Token[], piece: Piece): Piece {
  const { date } = piece;
  if (date?.kind !== 'month' && !(date?.kind === 'year')) return piece;
  const third = thirdBefore(tokens, piece.first);
  return third ? { ...piece, first: third.first, date: { ...date, part: third.part } } : piece;
}

/** "mid-October", "mid-2014" as one token. */
function readMid(tokens: readonly Token[], at: number): Piece | null {
  const rest = (tokens[at] as Token).lower.slice(4);
  const month = months.get(rest);
  const year = /^(?:19|20)\d\d$/u.test(tokens[at + 1]?.lower ?? '') ? Number(tokens[at + 1]?.lower) : null;
  if (month)
    return {
      first: at,
      last: year ? at + 1 : at,
      date: { kind: 'month', month, ...(year ? { year } : {}), part: 'mid' },
    };
  const decade = /^((?:19|20)\d\d)(s?)$/u.exec(rest);
  if (!decade) return null;
  const from = Number(decade[1]);
  return { first: at, last: at, date: { kind: 'year', from, to: decade[2] ? from + 9 : from, part: 'mid' } };
}
