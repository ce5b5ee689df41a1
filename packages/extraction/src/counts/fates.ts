import type { Token } from '@trucewatch/language';
import { acting, type Fate, fated, nounOnly, transitive, withOf } from './fate-words.ts';

/** A number's phrase, in token indices. */
export interface Phrase {
  /** First token, hedge and article included. */
  from: number;
  /** Last token of the number itself. */
  last: number;
  /** Last token of the noun phrase: the people's noun, or `last` where none follows. */
  head: number;
  /** Whether the phrase names people. */
  people: boolean;
  /** Whether the people are soldiers and the like: "lost 11 servicemen" is a death, "lost 11 homes" is not. */
  military: boolean;
}

/** The sentence as the fate readers see it, and the stretch that belongs to one number. */
export interface Scene {
  tokens: readonly Token[];
  words: readonly string[];
  /** First and last token that may be read for the number; others' numbers lie beyond. */
  floor: number;
  limit: number;
}

/**
 * What became of the people that a number counts: from the verb before it ("killing at least 13"), from what stands
 * right after it ("33 wounded"), from the tree, from the words further on, and last from a toll told before it.
 */
export function fateOf(phrase: Phrase, scene: Scene): Fate | null {
  const beside = fateBeside(phrase, scene) ?? remains(scene.words[phrase.head] ?? '');
  if (beside) return beside;
  return (
    actingBefore(phrase, scene) ??
    leftBefore(phrase, scene) ??
    (phrase.people || phrase.head === phrase.last
      ? (inTree(phrase, scene) ?? fateAfter(phrase, scene))
      : inTree(phrase, scene)) ??
    tollBefore(phrase, scene)
  );
}

/** "two bodies were found": the noun says it. */
function remains(noun: string): Fate | null {
  return noun === 'bodies' || noun === 'corpses' || noun === 'body' ? 'bodies' : null;
}

const skipped = new Set(
  'up the a an its their his another further about some to also and civilian'.split(' '),
);
const passives = new Set('was were been be are is being get got'.split(' '));

/** "killing 13", "has claimed 13 lives", "the deaths of 13 people", "lost 11 servicemen". */
function actingBefore({ from, head, military }: Phrase, { tokens, words, floor }: Scene): Fate | null {
  let at = from - 1;
  for (let i = 0; i < 3 && at > floor && skipped.has(words[at] ?? '') && words[at] !== 'and'; i++) at--;
  if (words[at] === 'of') {
    const noun = words[at - 1] ?? '';
    if (noun === 'lives' && acting.get(words[at - 3] ?? '') === 'killed') return 'killed';
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
  if (
    (word === 'dead' && words[at - 1] === 'shot') ||
    (word === 'down' && /^(?:gunned|shot|mowed)$/u.test(words[at - 1] ?? ''))
  )
    return passives.has(words[at - 2] ?? '') ? null : 'killed';
  if (/^(?:lost|lose|losing|loses)$/u.test(word))
    return military || words[head] === 'lives' || words[head] === 'men' ? 'killed' : null;
  if (/^(?:forc|driv|drove|send|sent|compel)/u.test(word)) return leaves(words, head);
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
function leftBefore({ from, head }: Phrase, { words, floor }: Scene): Fate | null {
  const at = from - 1;
  if (at <= floor || !/^(?:left|leaving|leaves|leave|shot)$/u.test(words[at] ?? '')) return null;
  const dash = /^(?:--|[–—,])$/u.test(words[head + 1] ?? '');
  if (!dash) return fated.get(words[head + 1] ?? '') ?? null;
  // "left hundreds -- perhaps thousands -- dead"
  for (let i = head + 2; i < head + 7; i++)
    if (words[i] === words[head + 1]) return fated.get(words[i + 1] ?? '') ?? null;
  return null;
}

/** "33 wounded", "seven people dead", "12 missing", "3 KIA"; "soldiers killed a farmer" is the other way round. */
function fateBeside({ head }: Phrase, { tokens, words, limit }: Scene): Fate | null {
  let at = head + 1;
  while (
    at < limit &&
    /^(?:reportedly|reported|confirmed|allegedly|already|more|others?|were|was|are|is|have|has|had|been|also|later|now|feared|believed|presumed)$/u.test(
      words[at] ?? '',
    )
  ) {
    if (/^(?:feared|believed|presumed)$/u.test(words[at] ?? '')) return null;
    at++;
  }
  const word = words[at] ?? '';
  const fate = at <= limit ? fated.get(word) : undefined;
  if (!fate) return taken(words, at);
  const passive = isPassive(words, at);
  if ((transitive.has(word) || isShotDead(words, at)) && !passive && hasVictim(tokens, words, at))
    return null;
  if ((word === 'death' || word === 'wounds') && head + 1 === at) return fate === 'wounded' ? null : fate;
  return fate;
}

function isShotDead(words: readonly string[], at: number): boolean {
  return words[at] === 'dead' && words[at - 1] === 'shot';
}

/** "were killed", "had been shot dead": a form of "be" stands before. */
function isPassive(words: readonly string[], at: number): boolean {
  const before = words[at - 1] === 'shot' || words[at - 1] === 'left' || words[at - 1] === 'found' ? 2 : 1;
  return passives.has(words[at - before] ?? '');
}

/** "were taken prisoner", "lost their lives", "left their homes", "had to leave". */
function taken(words: readonly string[], at: number): Fate | null {
  const next = words[at + 1] ?? '';
  const word = words[at] ?? '';
  if (/^(?:taken|held|took)$/u.test(word) && /^(?:prisoner|prisoners|hostage|hostages|captive)$/u.test(next))
    return 'captured';
  if (
    /^(?:lost|lose|losing)$/u.test(word) &&
    /^(?:their|his|her)$/u.test(next) &&
    /^(?:lives|life)$/u.test(words[at + 2] ?? '')
  )
    return 'killed';
  if (
    /^(?:left|leave|abandoned)$/u.test(word) &&
    next === 'their' &&
    /^(?:homes|houses|villages)$/u.test(words[at + 2] ?? '')
  )
    return 'displaced';
  if (/^(?:forced|driven|made)$/u.test(word) && /^(?:to|from|out)$/u.test(next)) {
    const verb = words[at + 2] ?? '';
    if (next === 'to') return /^(?:flee|leave|evacuate)$/u.test(verb) ? 'displaced' : null;
    return /^(?:their|of|the)$/u.test(verb) ? 'displaced' : null;
  }
  return /^(?:became)$/u.test(word) && /^(?:martyrs|shehids|martyred)$/u.test(next) ? 'killed' : null;
}

/** Whether someone is killed by those before the verb: an object follows at once. */
function hasVictim(tokens: readonly Token[], words: readonly string[], at: number): boolean {
  const next = tokens[at + 1];
  const word = words[at + 1] ?? '';
  if (word === 'at' || word === 'in' || word === 'by') return false;
  return (
    /^(?:DET|PRON|NUM|PROPN|NOUN)$/u.test(next?.upos ?? '') &&
    !/^(?:so|this|that|last|since|overnight|today|yesterday|late|early|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(
      word,
    )
  );
}

/** So far up the tree a coordination is followed. */
const highest = 4;

/** "Two officers, X and Y, were killed", "killed in the raid were 13 men": by the verb that has the people as subject or object. */
function inTree({ head, last }: Phrase, { tokens, words }: Scene): Fate | null {
  let noun = tokens[head];
  if (noun && head === last && noun.relation === 'nummod') noun = tokens[noun.head] ?? noun;
  for (let i = 0; noun && i < highest && noun.relation === 'conj'; i++) noun = tokens[noun.head];
  if (!noun || Math.abs(noun.index - head) > 30) return null;
  const verb = tokens[noun.head];
  if (!verb) return null;
  const word = words[verb.index] ?? '';
  if (noun.relation === 'nsubj:pass') return fated.get(word) ?? null;
  if (noun.relation === 'obj' && verb.index < noun.index)
    return passives.has(words[verb.index - 1] ?? '') || nounOnly.has(word) ? null : claims(word, words[head]);
  if (noun.relation === 'nsubj' && verb.index > noun.index) {
    if (transitive.has(word)) return hasObject(tokens, verb.index) ? null : (fated.get(word) ?? null);
    return fated.get(word) ?? null;
  }
  return null;
}

function claims(word: string, noun: string | undefined): Fate | null {
  if (/^(?:claim|cost|lose|lost|losing)/u.test(word)) return noun === 'lives' ? 'killed' : null;
  return word === 'seized' ? null : (acting.get(word) ?? null);
}

function hasObject(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb + 1; i < Math.min(tokens.length, verb + 12); i++)
    if (tokens[i]?.head === verb && tokens[i]?.relation === 'obj') return true;
  return false;
}

const stops = new Set(
  '; : . -- – — ( ) and but said says attacked which after when that because before while as than'.split(' '),
);
/** So far after the people their fate may stand. */
const farAfter = 12;

/** "13 people on both sides were killed", "Eight people in the republic killed by …", over a part set off by commas. */
function fateAfter({ head }: Phrase, { tokens, words, limit }: Scene): Fate | null {
  for (let i = head + 1; i < Math.min(words.length, head + farAfter, limit + 1); i++) {
    const word = words[i] ?? '';
    if (word === ',' || word === '--' || word === '–' || word === '—' || word === '(') {
      const close = closing(words, i, Math.min(words.length, head + farAfter));
      if (close === null) return null;
      i = close;
      continue;
    }
    if (stops.has(word)) return null;
    const fate = fated.get(word);
    if (fate) {
      const passive = isPassive(words, i);
      if (!passive && tokens[i]?.upos !== 'VERB' && tokens[i]?.upos !== 'ADJ') return null;
      return (transitive.has(word) || isShotDead(words, i)) && !passive && hasVictim(tokens, words, i)
        ? null
        : fate;
    }
    const found = taken(words, i);
    if (found) return found;
  }
  return null;
}

/** Where a part set off by commas, dashes or brackets ends: "… , including three children, …". */
function closing(words: readonly string[], open: number, end: number): number | null {
  if (!/^(?:including|among|mostly|most|of|all|both)$/u.test(words[open + 1] ?? '') && words[open] !== '(')
    return null;
  for (let i = open + 2; i < end; i++) if (/^[,)]$|^--$|^[–—]$/u.test(words[i] ?? '')) return i;
  return null;
}

const tollNouns = new Set(['toll', 'dead', 'deaths', 'fatalities', 'killed']);
const tollVerbs = new Set(
  'to at reached reaches reach reaching was is stands stood of than around indicated exceeds exceeded passes passed tops topped hits hit : now climbs climbed rises rose jumps jumped'.split(
    ' ',
  ),
);
/** So far before the number its toll may stand. */
const farBefore = 24;

/** "The death toll rose to 45", "bringing the total number of dead to 532". */
function tollBefore({ from, head, last }: Phrase, { words, floor }: Scene): Fate | null {
  let verb = false;
  for (let i = from - 1; i > Math.max(floor, from - farBefore); i--) {
    const word = words[i] ?? '';
    if (word === '.' || word === ';' || word === ',') return null;
    if (tollNouns.has(word) && verb) {
      if (word === 'killed' && !/^(?:of|those|people|number)$/u.test(words[i - 1] ?? '')) return null;
      // "The toll rose to 45 after two attacks": what the number counts must be people or nothing.
      return head === last || words[head] === 'people' || fated.has(words[head] ?? '')
        ? 'killed'
        : peopleNoun(words[head] ?? '');
    }
    if (tollVerbs.has(word)) verb = true;
  }
  return null;
}

function peopleNoun(word: string): Fate | null {
  return /^(?:soldiers|civilians|troops|servicemen|children|women|victims|protesters|fighters|militants|men|policemen|others)$/u.test(
    word,
  )
    ? 'killed'
    : null;
}
