import type { Token } from '@trucewatch/language';
import { acting, type Fate, fated, nounOnly, passives, transitive } from './fate-words.ts';
import type { Phrase, Scene } from './scene.ts';

/** So far up the tree a coordination is followed. */
const highest = 4;

/** "Two officers, X and Y, were killed", "killed in the raid were 13 men": by the verb that has the people as subject or object. */
export function inTree({ head, last }: Phrase, { tokens, words }: Scene): Fate | null {
  let noun = tokens[head];
  if (noun && head === last && noun.relation === 'nummod') noun = tokens[noun.head] ?? noun;
  for (let i = 0; noun && i < highest && noun.relation === 'conj'; i++) noun = tokens[noun.head];
  if (!noun || Math.abs(noun.index - head) > 30) return null;
  const verb = tokens[noun.head];
  if (!verb) return null;
  const word = words[verb.index] ?? '';
  if (noun.relation === 'nsubj:pass') return fated.get(word) ?? null;
  // "4 killed, 13 others injured": what is killed already kills nobody.
  if (
    noun.relation === 'obj' &&
    tokens.some(({ head: at, relation }) => at === verb.index && relation === 'nsubj:pass')
  )
    return null;
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
