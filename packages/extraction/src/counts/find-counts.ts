import type { Token } from '@trucewatch/language';
import type { Count } from '@trucewatch/schema';
import type { TimeMention } from '../times/time-mention.ts';
import { isCumulative } from './cumulative.ts';
import { type Fate, fated, fateTriggers, passives } from './fate-words.ts';
import { fateOf, nearFate } from './fates.ts';
import { isDenied } from './negated-counts.ts';
import { type NumberPhrase, numberPhrases } from './number-phrases.ts';
import type { Phrase } from './scene.ts';
import { singlePhrases } from './single-phrases.ts';

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

/** The counts of one sentence, in order. A number belongs here only when the sentence says what became of the people. */
export function findCounts(
  source: string,
  tokens: readonly Token[],
  times: readonly TimeMention[],
): CountMention[] {
  if (!tokens.some((token) => fateTriggers.has(token.lower))) return [];
  const words = tokens.map((token) => token.lower);
  const numbers = numberPhrases(tokens, words, times);
  const phrases = [...numbers, ...singlePhrases(tokens, words, numbers)].sort((a, b) => a.token - b.token);
  const found: CountMention[] = [];
  let waiting: NumberPhrase[] = [];
  let previous: { phrase: NumberPhrase; fate: Fate } | null = null;
  for (const [index, phrase] of phrases.entries()) {
    const limit = phrases[index + 1]?.from ?? tokens.length;
    const floor = index > 0 ? (phrases[index - 1] as NumberPhrase).last : -1;
    if (isPartToo(words, phrases[index - 1], phrase)) phrase.part = true;
    const whole: CountMention | null = phrase.part ? wholeOf(found) : null;
    const own = (whole ? nearFate : fateOf)(shape(phrase), { tokens, words, floor, limit });
    const fate: Fate | null = own ?? (whole ? whole.of : inherited(words, previous, phrase));
    if (isApposed(words, phrases[index - 1], phrase)) continue;
    if (!fate) {
      waiting = phrase.group.found && !phrase.part ? [...waiting.slice(-3), phrase] : [];
      continue;
    }
    if (isDenied(tokens, words, phrase.from)) {
      waiting = [];
      continue;
    }
    // "12 soldiers and 30 civilians were killed": the first waits for what the second says.
    for (const earlier of waiting)
      if (!phrase.part && isJoined(words, earlier, phrase))
        found.push(mention(source, tokens, words, earlier, fate, null, limit));
    waiting = [];
    found.push(mention(source, tokens, words, phrase, fate, whole, limit));
    if (fate === 'bodies' && areDead(words, phrase, limit))
      found.push(mention(source, tokens, words, phrase, 'killed', null, limit));
    previous = { phrase, fate };
  }
  sumUpTogether(found, words);
  return found;
}

/** "the bodies of six soldiers who fell in the battle": they are its dead as well as what is handed over. */
function areDead(words: readonly string[], { group }: NumberPhrase, limit: number): boolean {
  if (!group.found) return false;
  for (let at = group.at + 1; at < Math.min(limit, group.at + 8); at++) {
    const word = words[at] ?? '';
    if (fated.get(word) === 'killed') return at === group.at + 1;
    if (/^(?:who|that)$/u.test(word)) return words.slice(at + 1, at + 5).some(isDeath);
  }
  return false;
}

function isDeath(word: string): boolean {
  return fated.get(word) === 'killed' || word === 'martyrs' || word === 'shehids' || word === 'fell';
}

/** So many words may stand between two numbers that are summed up together. */
const together = 4;

/** "Five killed, 15 wounded since the truce began": what sums up the last sums up those beside it. */
function sumUpTogether(found: readonly CountMention[], words: readonly string[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const [one, next] = [found[i] as CountMention, found[i + 1] as CountMention];
    const between = words.slice(one.token + 1, next.token);
    if (
      next.cumulative &&
      between.length <= together + 2 &&
      between.some((word) => word === ',' || word === 'and')
    )
      one.cumulative = true;
  }
}

function shape(phrase: NumberPhrase): Phrase {
  const { from, last, group } = phrase;
  return {
    from,
    last,
    head: Math.max(last, group.at),
    people: group.found,
    military: group.group === 'military' || group.group === 'police',
  };
}

/** "two officers, a colonel and a major, were killed": the colonel is one of the two. */
function isApposed(
  words: readonly string[],
  before: NumberPhrase | undefined,
  { from, value, group }: NumberPhrase,
): boolean {
  if (!before || before.value < 2 || value > 1 || before.group.group !== group.group || !before.group.found)
    return false;
  const end = Math.max(before.last, before.group.at);
  return words[end + 1] === ',' && from === end + 2;
}

/** "of whom eight civilians and five soldiers": what is joined to a part is one. */
function isPartToo(
  words: readonly string[],
  before: NumberPhrase | undefined,
  { from }: NumberPhrase,
): boolean {
  if (!before?.part || !before.group.found) return false;
  return words[from - 1] === 'and' && Math.max(before.last, before.group.at) === from - 2;
}

function wholeOf(found: readonly CountMention[]): CountMention | null {
  const last = found.at(-1);
  return last?.whole ?? last ?? null;
}

/** "12 soldiers and 30 civilians were killed": only joining words between the two. */
function isJoined(words: readonly string[], earlier: NumberPhrase, later: NumberPhrase): boolean {
  const from = Math.max(earlier.last, earlier.group.at) + 1;
  const between = words.slice(from, later.from);
  if (between.some((word) => passives.has(word))) return false;
  return between.length <= 4 && (between.includes('and') || between.includes(','));
}

/** "killed 11 servicemen and one civilian", "22 of theirs and 31 of ours": the second shares the first's fate. */
function inherited(
  words: readonly string[],
  previous: { phrase: NumberPhrase; fate: Fate } | null,
  phrase: NumberPhrase,
): Fate | null {
  if (!previous || !phrase.group.found) return null;
  const from = Math.max(previous.phrase.last, previous.phrase.group.at) + 1;
  const between = words.slice(from, phrase.from);
  const two = `${words[phrase.from - 2] ?? ''} ${words[phrase.from - 1] ?? ''}`;
  if (two === 'along with' || two === 'together with' || two === 'well as' || two === 'addition to')
    return lastFate(between) ?? previous.fate;
  if (between.length === 0 || between.length > 2) return null;
  return between.every((word) => word === 'and' || word === ',' || word === 'or' || word === '&')
    ? previous.fate
    : null;
}

/** "two were injured; the general died, together with 27 soldiers": they share the last verb. */
function lastFate(words: readonly string[]): Fate | null {
  return fated.get(words.findLast((word) => fated.has(word)) ?? '') ?? null;
}

function mention(
  source: string,
  tokens: readonly Token[],
  words: readonly string[],
  phrase: NumberPhrase,
  of: Fate,
  whole: CountMention | null,
  limit: number,
): CountMention {
  const { value, qualifier, second, group } = phrase;
  const end = Math.max(phrase.last, group.found ? group.at : phrase.last);
  const open = qualifier === 'more_than' || qualifier === 'at_least' || qualifier === 'vague';
  const low = qualifier === 'more_than' ? value + 1 : qualifier === 'up_to' ? 0 : value;
  return {
    start: (tokens[phrase.from] as Token).start,
    end: Math.min(source.length, (tokens[end] as Token).end),
    token: phrase.token,
    of,
    group: group.group,
    low,
    high: second ?? (open ? null : phrase.below ? value - 1 : value),
    qualifier,
    cumulative: isCumulative(words, phrase.from, end, limit),
    whole: whole && (whole.high === null || whole.high >= low) && whole.of === of ? whole : null,
  };
}
