import type { Token } from '@trucewatch/language';
import type { Count } from '@trucewatch/schema';
import type { TimeMention } from '../times/time-mention.ts';
import { type GroupFound, groupOf } from './groups.ts';
import { hedgeBefore } from './hedges.ts';
import { mayBeNumber, type NumberValue, numberAt, sharedScale } from './number-words.ts';

/** A number in a sentence that may count people, in token indices. */
export interface NumberPhrase {
  /** First token of the number. */
  token: number;
  /** Last token of the number or range. */
  last: number;
  /** First token with hedge and article. */
  from: number;
  value: number;
  vague: boolean;
  /** Upper end of a range. */
  second: number | null;
  qualifier: Count['qualifier'];
  /** "fewer than 50": the number itself is not reached. */
  below: boolean;
  /** "including three children", "two of whom": a part of the count before. */
  part: boolean;
  group: GroupFound;
}

/** The numbers of a sentence that may count people, in order: no dates, ages, sums, lengths, names of units or places. */
export function numberPhrases(
  tokens: readonly Token[],
  words: readonly string[],
  times: readonly TimeMention[],
): NumberPhrase[] {
  const found: NumberPhrase[] = [];
  let time = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    while (time < times.length && (times[time] as TimeMention).end <= token.start) time++;
    if (!mayBeNumber(words[i] as string)) continue;
    const value = numberAt(words, i);
    if (!value || value.value === 0) continue;
    const inTime = time < times.length && (times[time] as TimeMention).start < token.end;
    const phrase = inTime ? null : readPhrase(tokens, words, i, value);
    if (phrase) found.push(phrase);
    // Over a long number only once; what it was no part of is read again.
    i = phrase ? phrase.last : i + value.length - 1;
  }
  return found;
}

function readPhrase(
  tokens: readonly Token[],
  words: readonly string[],
  token: number,
  number: NumberValue,
): NumberPhrase | null {
  const end = token + number.length - 1;
  const range = rangeEnd(words, token, end, number);
  const last = range?.last ?? end;
  if (isNoCount(tokens, words, token, last)) return null;
  const before = words[token - 1] ?? '';
  const opening =
    before === 'a' || before === 'an' || before === 'another'
      ? token - 1
      : range && (before === 'between' || before === 'from')
        ? token - 1
        : token;
  const hedge = hedgeBefore(words, opening);
  const from = hedge?.from ?? opening;
  const group = groupOf(tokens, words, last + 1, tokens.length);
  if (group.thing) return null;
  if (words[token] === 'both' && !group.found) return null;
  const orMore = words[last + 1] === 'or' && words[last + 2] === 'more';
  return {
    token,
    last,
    from,
    value: range ? sharedScale(number.value, range.value, words[last] ?? '') : number.value,
    vague: number.vague,
    second: range?.value ?? null,
    qualifier: range
      ? 'about'
      : number.vague
        ? 'vague'
        : (hedge?.qualifier ?? (orMore ? 'at_least' : 'exact')),
    below: hedge?.below ?? false,
    part: isPart(words, from, last),
    group: partGroup(tokens, words, last, group),
  };
}

/** "40 to 60", "between 40 and 60", "40-60", "three or four". */
function rangeEnd(
  words: readonly string[],
  first: number,
  last: number,
  number: NumberValue,
): { value: number; last: number } | null {
  const joint = words[last + 1];
  const between = joint === 'and' && words[first - 1] === 'between';
  if (joint !== 'to' && joint !== '-' && joint !== '–' && joint !== 'or' && !between) return null;
  // "UPDATE 1-Two soldiers": digits and words make no range.
  if (
    (joint === '-' || joint === '–') &&
    /^\d/u.test(words[first] ?? '') !== /^\d/u.test(words[last + 2] ?? '')
  )
    return null;
  const second = mayBeNumber(words[last + 2] ?? '') ? numberAt(words, last + 2) : null;
  if (!second || second.vague || number.vague || second.value <= number.value) return null;
  return { value: second.value, last: last + 1 + second.length };
}

const namesBefore = new Set(
  'article resolution resolutions unit route flight highway group line channel section chapter brigade battalion division no no. number bus train day week page phase point km kilometre mile marker checkpoint district room gate camp block sector school hospital channel hill height boeing antonov mi su mig an il t bm btr bmp grad ak m rpg apollo covid aged age ages grade form level round rank top version g'.split(
    ' ',
  ),
);
const currency = new Set(['$', '€', '£', '¥', 'usd', 'eur', 'us$']);

/** What no number of people can be, by what stands beside it. */
function isNoCount(tokens: readonly Token[], words: readonly string[], first: number, last: number): boolean {
  const before = words[first - 1] ?? '';
  const next = words[last + 1] ?? '';
  if (currency.has(before) || next === '%' || next === 'per' || next === 'percent' || next === "'s")
    return true;
  if (/^[$€£#№]/u.test(tokens[first]?.text ?? '')) return true;
  // "Last week 34 soldiers …" is no week 34.
  const dated = /^(?:last|this|next|past|that|same)$/u.test(words[first - 2] ?? '');
  if (namesBefore.has(before) && !dated && !(before === 'no' && words[first] !== 'one')) return true;
  const gluedLeft = tokens[first - 1]?.end === tokens[first]?.start;
  // "UPDATE 2-Dozens killed": the agency's count of its versions stands before.
  const version = before === '-' && /^\d$/u.test(words[first - 2] ?? '') && !/^\d/u.test(words[first] ?? '');
  if (gluedLeft && !version && /^[-–/.:+]$|^\p{L}/u.test(before)) return true;
  const gluedRight = tokens[last]?.end === tokens[last + 1]?.start;
  if (gluedRight && (next === '-' || next === '–')) return true;
  if (gluedRight && /^[/:+°]$/u.test(next)) return next !== '+' && next !== ':';
  // "Ahmed Aliyev, 34, was killed", "his son, 5,": an age.
  if (
    before === ',' &&
    (next === ',' || next === '.' || next === 'and') &&
    first === last &&
    isDigits(words[first]) &&
    isNoun(tokens[first - 2])
  ) {
    const name = tokens[first - 2];
    if (next === ',' || name?.upos === 'PROPN') return true;
  }
  if (before === '(' && next === ')' && isDigits(words[first])) return true;
  return (
    words[last + 2] === 'old' ||
    (words[last + 1] === 'of' &&
      words[last + 2] === 'the' &&
      first === last &&
      /^(?:most|first)$/u.test(before))
  );
}

function isDigits(word: string | undefined): boolean {
  return /^\d{1,3}$/u.test(word ?? '');
}

function isNoun(token: Token | undefined): boolean {
  return token?.upos === 'PROPN' || token?.upos === 'NOUN';
}

/** "including three children", "among them 13 children", "two of whom", "10 of them civilians". */
export function isPart(words: readonly string[], from: number, last: number): boolean {
  const opener = words[from - 1] ?? '';
  if (opener === 'including' || opener === 'includes' || opener === 'included') return true;
  const two = `${words[from - 2] ?? ''} ${opener}`;
  if (
    two === 'among them' ||
    two === 'among whom' ||
    two === 'of whom' ||
    two === 'of which' ||
    two === 'among which' ||
    two === 'of them' ||
    two === 'among those' ||
    two === 'them were' ||
    two === 'whom were'
  )
    return true;
  return words[last + 1] === 'of' && /^(?:whom|them|those|these|which)$/u.test(words[last + 2] ?? '');
}

/** "two of whom were children", "10 of them civilians": the noun behind tells the group. */
function partGroup(
  tokens: readonly Token[],
  words: readonly string[],
  last: number,
  group: GroupFound,
): GroupFound {
  if (words[last + 1] !== 'of' || !/^(?:whom|them|those|these)$/u.test(words[last + 2] ?? '')) return group;
  let at = last + 3;
  while (/^(?:were|was|are|is|a|an|the)$/u.test(words[at] ?? '')) at++;
  const named = groupOf(tokens, words, at, Math.min(tokens.length, at + 5));
  return named.found ? named : { ...group, at: last + 2, found: true };
}
