import type { Token } from '@trucewatch/language';
import type { Count } from '@trucewatch/schema';
import type { TimeMention } from '../times/time-mention.ts';
import { fateOf } from './fates.ts';
import { groupOf, notPeople } from './groups.ts';
import { type NumberValue, numberAt } from './number-words.ts';

/** A number of people to whom something happened, with where it stands. */
export interface CountMention {
  start: number;
  end: number;
  /** Index of the number's first token. */
  token: number;
  of: Count['of'];
  group: Count['group'];
  low: number;
  high: number | null;
  qualifier: Count['qualifier'];
  cumulative: boolean;
  /** The count of which this one is a part: "13 civilians, including three children". */
  whole: CountMention | null;
}

interface Draft {
  token: number;
  last: number;
  value: NumberValue;
  second: number | null;
  qualifier: Count['qualifier'];
  from: number;
  part: boolean;
}

/** The counts of one sentence, in order. A number belongs here only when the sentence says what became of the people. */
export function findCounts(
  source: string,
  tokens: readonly Token[],
  times: readonly TimeMention[],
): CountMention[] {
  const words = tokens.map((token) => token.lower);
  const drafts = findNumbers(tokens, words, times);
  const found: CountMention[] = [];
  const waiting: Draft[] = [];
  for (const [index, draft] of drafts.entries()) {
    const limit = drafts[index + 1]?.from ?? tokens.length;
    const floor = drafts[index - 1]?.last ?? -1;
    const group = groupOf(words, draft.last + 1, Math.min(limit, draft.last + 7));
    const fate = fateOf(words, draft.token, draft.from, draft.last, floor, limit);
    const whole = draft.part ? (found.at(-1)?.whole ?? found.at(-1) ?? null) : null;
    const of = whole?.of ?? fate;
    if (!of) {
      if (group.found) waiting.push(draft);
      continue;
    }
    for (const earlier of waiting.splice(0))
      if (isJoined(words, earlier.last, draft.from))
        found.push(
          mention(source, tokens, earlier, of, groupOf(words, earlier.last + 1, draft.from), null, words),
        );
    found.push(mention(source, tokens, draft, of, group, whole, words));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "12 soldiers and 30 civilians were killed": only joining words between the two. */
function isJoined(words: readonly string[], from: number, to: number): boolean {
  return to - from <= 7 && words.slice(from, to).includes('and');
}

const qualifiers: readonly (readonly [RegExp, Count['qualifier']])[] = [
  [/(?:^| )(?:at least|no fewer than|no less than|not less than|a minimum of)$/u, 'at_least'],
  [
    /(?:^| )(?:more than|over|upwards of|in excess of|exceeding|higher than|above)(?: the| a)?$/u,
    'more_than',
  ],
  [/(?:^| )(?:up to|as many as|at most|no more than)$/u, 'up_to'],
  [
    /(?:^| )(?:about|around|some|nearly|almost|approximately|roughly|an? estimated|estimated|close to|reaches around)(?: a)?$/u,
    'about',
  ],
];

function findNumbers(
  tokens: readonly Token[],
  words: readonly string[],
  times: readonly TimeMention[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const value = numberAt(words, i) ?? single(words, i);
    if (!value || times.some((time) => time.start < token.end && token.start < time.end)) continue;
    const last = i + value.length - 1;
    const range = rangeEnd(words, i, last);
    const end = range?.last ?? last;
    i = end;
    if (notPeople(words, end + 1, tokens)) continue;
    const start = end - (range ? end - last : 0) - value.length + 1;
    const articled =
      /^(?:a|an)$/u.test(words[start - 1] ?? '') &&
      /^(?:hundred|thousand|million|dozen|few|couple|handful)$/u.test(words[start] ?? '');
    const opening = articled ? start - 1 : start;
    const before = words.slice(Math.max(0, opening - 5), opening).join(' ');
    const hedge = qualifiers.find(([pattern]) => pattern.test(before));
    const hedgeLength = hedge ? (hedge[0].exec(before)?.[0].trim().split(' ').length ?? 0) : 0;
    const from = opening - hedgeLength;
    const opener = words.slice(Math.max(0, from - 2), from).join(' ');
    drafts.push({
      token: start,
      last: end,
      value,
      second: range?.value ?? null,
      qualifier: value.vague ? 'vague' : (hedge?.[1] ?? 'exact'),
      from,
      part: /(?:^| )(?:including|among them|of whom|of them|among those)$|, (?:mostly|most of them)$/u.test(
        opener,
      ),
    });
  }
  return drafts;
}

/** "a civilian was killed": one person. */
function single(words: readonly string[], i: number): NumberValue | null {
  if (words[i] !== 'a' && words[i] !== 'an' && words[i] !== 'another') return null;
  const group = groupOf(words, i + 1, i + 4);
  return group.found && group.singular ? { value: 1, vague: false, length: 1 } : null;
}

/** "40 to 60", "between 40 and 60", "40-60". */
function rangeEnd(
  words: readonly string[],
  first: number,
  last: number,
): { value: number; last: number } | null {
  const joint = words[last + 1];
  const between = joint === 'and' && words[first - 1] === 'between';
  if (joint !== 'to' && joint !== '-' && joint !== 'or' && !between) return null;
  const second = numberAt(words, last + 2);
  const value = numberAt(words, first);
  if (!second || second.vague || !value || second.value <= value.value) return null;
  return { value: second.value, last: last + 1 + second.length };
}

const sumWords = /\b(?:since|so far|to date|death toll|toll|in total|altogether|overall|claimed)\b/u;

function mention(
  source: string,
  tokens: readonly Token[],
  draft: Draft,
  of: Count['of'],
  group: ReturnType<typeof groupOf>,
  whole: CountMention | null,
  words: readonly string[],
): CountMention {
  const end = group.found ? group.at : draft.last;
  const { value } = draft.value;
  const low = draft.qualifier === 'more_than' ? value + 1 : draft.qualifier === 'up_to' ? 0 : value;
  const open =
    draft.qualifier === 'more_than' || draft.qualifier === 'at_least' || draft.qualifier === 'vague';
  const start = (tokens[draft.from] as Token).start;
  return {
    start,
    end: Math.min(source.length, (tokens[end] as Token).end),
    token: draft.token,
    of,
    group: group.group,
    low,
    high: draft.second ?? (open ? null : value),
    qualifier: draft.second ? 'about' : draft.qualifier,
    cumulative: sumWords.test(words.join(' ')),
    whole: whole && whole.low >= low ? whole : null,
  };
}
