import type { Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { isIll, isWordy } from './abstract.ts';
import { isWeapon } from './attack-words.ts';
import { isIntangible } from './figurative.ts';
import { isNamed } from './sides-of-attack.ts';
import { isAnchored } from './told.ts';
import type { Word } from './word.ts';

/** Whether a sentence places what it tells: a time, a number of dead, a place smaller than a country. */
export function isPlaced(line: Line): boolean {
  return (
    line.times.some(({ dateline, aside }) => !dateline && !aside) ||
    line.counts.length > 0 ||
    line.places.some(({ place, qualifies }) => place.level !== 'country' && !qualifies)
  );
}

/** Words for nobody in particular. */
export const everyone: ReadonlySet<string> = new Set([
  'those',
  'any',
  'people',
  'anyone',
  'anybody',
  'everyone',
  'everybody',
  'whoever',
  'all',
]);

/** "civilians", "military positions", "those": no article, number or name. */
export function isAnybody({ first, head }: Pick<Phrase, 'first' | 'head'>, line: Line): boolean {
  return line.tokens
    .slice(first, head + 1)
    .every(({ upos, lower }) => upos === 'NOUN' || upos === 'ADJ' || everyone.has(lower));
}

/**
 * Whether a noun of violence that is merely named in its sentence speaks of a kind of act, and not of one: "attacks on
 * schools", "the murder of students", with nothing that says which, when or where.
 */
export function isKindOfAct(noun: Word, aimed: readonly Phrase[], line: Line): boolean {
  if (line.counts.length > 0 || isAnchored(noun, line) || isCharged(noun, line) || line.part === 'title')
    return false;
  const own = line.tree.children(noun);
  if (own.some((child) => telling.has(child.relation) || isWeapon(child) || child.lower === 'weapons'))
    return false;
  if (aimed.length > 0) return aimed.every((phrase) => isAnybody(phrase, line) && !isNamed(phrase, line));
  return isBarePlural(noun, line);
}

const telling = new Set(['nummod', 'nmod:poss', 'acl:relcl']);

function isBarePlural(noun: Word, line: Line): boolean {
  return (
    (noun.xpos === 'NNS' || noun.xpos === 'NNPS' || noun.lower.endsWith('s')) &&
    line.tree
      .children(noun)
      .every(({ relation, lower }) => relation !== 'det' || lower === 'any' || lower === 'all')
  );
}

/** "is an attack on press freedom", "constitutes an aggression": a judgement of something else. */
export function isJudgement(noun: Word, line: Line): boolean {
  const { tree } = line;
  const indefinite = tree.children(noun, 'det').some(({ lower }) => lower === 'a' || lower === 'an');
  if (!indefinite || isAnchored(noun, line)) return false;
  if (tree.child(noun, 'cop')) return true;
  const head = tree.headOf(noun);
  return noun.relation === 'obj' && head !== undefined && judging.has(head.lemma);
}

const judging = new Set(['constitute', 'represent', 'mean', 'imply', 'amount']);

/** "an offensive against unemployment", "attacks on democracy", "bitter attacks": with other weapons. */
export function isAgainstNothing(noun: Word, aimed: readonly Phrase[], line: Line): boolean {
  const first = line.tokens[aimed[0]?.head ?? -1];
  if (isIntangible(first) || isIll(first)) return true;
  return line.tree.children(noun, 'amod', 'compound').some(isWordy);
}

/**
 * "the murder of the priests", "that savage aggression": taken as known where the sentence says neither when, where nor how
 * many, and nobody is charged with it. What is reported for the first time says more.
 */
export function isBackground(noun: Word, line: Line): boolean {
  if (isPlaced(line) || line.part === 'title') return false;
  const { start, end } = line.tree.span(noun);
  if (line.places.some((place) => start <= place.start && place.end <= end)) return false;
  return !isCharged(noun, line);
}

/** "accused of shelling", "responsibility for the attack", "two incidents of arson": somebody did it. */
function isCharged(noun: Word, line: Line): boolean {
  let head = line.tree.headOf(noun);
  for (let depth = 0; head && depth < 3; depth++) {
    if (charging.has(head.lemma)) return true;
    head = line.tree.headOf(head);
  }
  return false;
}

const charging = new Set([
  'responsibility',
  'responsible',
  'accuse',
  'blame',
  'suspect',
  'charge',
  'convict',
  'condemn',
  'denounce',
  'incident',
  'arrest',
]);
