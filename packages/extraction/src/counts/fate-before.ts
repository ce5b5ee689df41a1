import { acting, type Fate, fated, nounOnly, passives, withOf } from './fate-words.ts';
import type { Phrase, Scene } from './scene.ts';

const skipped = new Set(
  'up the a an its their his another further about some to also and civilian'.split(' '),
);

/** "claims the life of", "took the lives of nine". */
const taking = /^(?:claim(?:s|ed|ing)?|tak(?:e|es|en|ing)|took|cost(?:s|ing)?|end(?:s|ed|ing))$/u;

/** "killing 13", "has claimed 13 lives", "the deaths of 13 people", "lost 11 servicemen". */
export function actingBefore({ from, head, military }: Phrase, { tokens, words, floor }: Scene): Fate | null {
  let at = from - 1;
  for (let i = 0; i < 3 && at > floor && skipped.has(words[at] ?? '') && words[at] !== 'and'; i++) at--;
  if (words[at] === 'of') {
    const noun = words[at - 1] ?? '';
    if (noun === 'lives' || noun === 'life')
      return words.slice(at - 4, at - 1).some((word) => taking.test(word)) ? 'killed' : null;
    return at - 1 > floor && withOf.has(noun)
      ? noun === 'loss'
        ? military
          ? 'killed'
          : null
        : ofNoun(noun)
      : null;
  }
  if (at <= floor) return null;
  const word = words[at] ?? '';
  if (/^injur(?:y|ies)$/u.test(word) && words[at + 1] === 'to') return 'wounded';
  if (
    (word === 'dead' && words[at - 1] === 'shot') ||
    (word === 'down' && /^(?:gunned|shot|mowed)$/u.test(words[at - 1] ?? ''))
  )
    return passives.has(words[at - 2] ?? '') ? null : 'killed';
  if (/^(?:lost|lose|losing|loses)$/u.test(word))
    return military || words[head] === 'lives' || words[head] === 'men' ? 'killed' : null;
  if (/^(?:forc|driv|drove|send|sent|compel)/u.test(word)) return leaves(words, head);
  // "carried off 25 girls", "rounded up 40 men".
  if (
    (word === 'off' && /^carr/u.test(words[at - 1] ?? '')) ||
    (word === 'up' && words[at - 1] === 'rounded')
  )
    return 'captured';
  const fate = acting.get(word);
  if (!fate || nounOnly.has(word)) return null;
  if (/^(?:claim|cost)/u.test(word)) return words[head] === 'lives' ? 'killed' : null;
  if (word === 'killed' && words[at + 1] === 'and') return null;
  // "40 were killed 12 …" and "the killed 13" leave the number without a verb; so does "among those killed 13".
  if (passives.has(words[at - 1] ?? '') || (words[at - 1] === 'been' && tokens[at]?.xpos === 'VBN'))
    return null;
  return word === 'seized' && !military ? null : fate;
}

/** "forced 400 people from their homes", "to flee". */
function leaves(words: readonly string[], head: number): Fate | null {
  const [next, verb] = [words[head + 1] ?? '', words[head + 2] ?? ''];
  if (next === 'to') return /^(?:flee|leave|evacuate|abandon|seek)$/u.test(verb) ? 'displaced' : null;
  return (next === 'from' || next === 'out') && /^(?:their|of|the)$/u.test(verb) ? 'displaced' : null;
}

function ofNoun(noun: string): Fate | null {
  return noun === 'killing' || noun === 'execution'
    ? 'killed'
    : noun === 'capture'
      ? 'captured'
      : noun === 'detention' || noun === 'arrest'
        ? 'captured'
        : (acting.get(noun) ?? null);
}

/** "left seven people dead", "leaving 33 wounded", "shot six of them dead". */
export function leftBefore({ from, head }: Phrase, { words, floor }: Scene): Fate | null {
  const at = from - 1;
  if (at <= floor || !/^(?:left|leaving|leaves|leave|shot)$/u.test(words[at] ?? '')) return null;
  if (
    words[head + 1] === 'with' &&
    words.slice(head + 2, head + 5).some((word) => /^(?:injur(?:y|ies)|wounds?|burns)$/u.test(word))
  )
    return 'wounded';
  const dash = /^(?:--|[–—,])$/u.test(words[head + 1] ?? '');
  if (!dash) return fated.get(words[head + 1] ?? '') ?? null;
  // "left hundreds -- perhaps thousands -- dead"
  for (let i = head + 2; i < head + 7; i++)
    if (words[i] === words[head + 1]) return fated.get(words[i + 1] ?? '') ?? null;
  return null;
}

const tollNouns = new Set(['toll', 'dead', 'deceased', 'deaths', 'fatalities', 'killed']);
const hurt = new Set(['wounded', 'injured', 'hurt', 'injuries']);

const tollVerbs = new Set(
  'to at reached reaches reach reaching was is stands stood of than around indicated exceeds exceeded passes passed tops topped hits hit : now climbs climbed rises rose jumps jumped grows grew increases increased swells swelled'.split(
    ' ',
  ),
);

/** So far before the number its toll may stand. */
const farBefore = 24;

/** "The death toll rose to 45", "bringing the total number of dead to 532". */
export function tollBefore({ from, head, last }: Phrase, { words, floor }: Scene): Fate | null {
  let verb = false;
  for (let i = from - 1; i > Math.max(floor, from - farBefore); i--) {
    const word = words[i] ?? '';
    if (word === '.' || word === ';' || word === ',') return null;
    if (tollNouns.has(word) && verb) {
      if (word === 'killed' && !/^(?:of|those|people|number)$/u.test(words[i - 1] ?? '')) return null;
      // "The toll rose to 45 after two attacks": what the number counts must be people or nothing.
      return head === last ||
        /^(?:people|persons|individuals)$/u.test(words[head] ?? '') ||
        fated.has(words[head] ?? '')
        ? 'killed'
        : peopleNoun(words[head] ?? '');
    }
    // "The number of wounded grows to 7".
    if (verb && hurt.has(word) && isNumberOf(words, i)) return 'wounded';
    if (tollVerbs.has(word)) verb = true;
  }
  return null;
}

/** "number of wounded", "the number of the injured". */
function isNumberOf(words: readonly string[], at: number): boolean {
  const of = words[at - 1] === 'the' ? at - 2 : at - 1;
  return words[of] === 'of' && /^(?:number|toll|count)$/u.test(words[of - 1] ?? '');
}

function peopleNoun(word: string): Fate | null {
  return /^(?:soldiers|civilians|troops|servicemen|children|women|victims|protesters|fighters|militants|men|policemen|others)$/u.test(
    word,
  )
    ? 'killed'
    : null;
}
