import type { Token } from '@trucewatch/language';
import type { Count } from '@trucewatch/schema';
import { fated } from './fate-words.ts';
import { oneOf } from './groups.ts';
import { isPart, type NumberPhrase } from './number-phrases.ts';

const determiners = new Set(
  "the this that these those his her its their our my your each every any no a an another which whose one 's".split(
    ' ',
  ),
);

/** "a civilian was killed", "soldier killed in clashes": one person, named by a noun alone. */
export function singlePhrases(
  tokens: readonly Token[],
  words: readonly string[],
  taken: readonly NumberPhrase[],
): NumberPhrase[] {
  const found: NumberPhrase[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (
      next < taken.length &&
      (taken[next] as NumberPhrase).group.at < i &&
      (taken[next] as NumberPhrase).last < i
    )
      next++;
    const group = oneOf(words[i] as string) ?? nationalAt(tokens, words, i);
    if (!group || (next < taken.length && (taken[next] as NumberPhrase).from <= i)) continue;
    if (oneOf(words[i + 1] ?? '') && tokens[i + 1]?.upos === 'NOUN') continue;
    // "a gang chief's brother": not he, but his brother.
    if (words[i + 1] === "'s" && tokens[i + 2]?.upos === 'NOUN') continue;
    const phrase = single(tokens, words, i, group);
    if (phrase) found.push(phrase);
  }
  return found;
}

/** "a Palestinian", "an Iraqi": somebody of a people, where no noun follows. */
function nationalAt(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): Count['group'] | undefined {
  const isName = /^\p{Lu}\p{Ll}+(?:ian|ean|[aei]n|i|ese|ish)$/u.test(tokens[at]?.text ?? '');
  const isAlone = isName && !/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(tokens[at + 1]?.upos ?? '');
  return isAlone && /^an?$/u.test(words[at - 1] ?? '') ? 'unknown' : undefined;
}

/** So many words may stand between the article and the noun. */
const longestName = 5;

function single(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  group: Count['group'],
): NumberPhrase | null {
  let first = at;
  while (
    first > 0 &&
    at - first < longestName &&
    /^(?:ADJ|NOUN|PROPN|PUNCT|PART)$/u.test(tokens[first - 1]?.upos ?? '') &&
    /^[\p{L}'’-]+$/u.test(words[first - 1] ?? '')
  )
    first--;
  const before = words[first - 1] ?? '';
  // "rebel attacks", "soldier deaths": a noun beside another is no person.
  if (tokens[at + 1]?.upos === 'NOUN' && !fated.has(words[at + 1] ?? '')) return null;
  if (isSpeaker(words, first, at)) return null;
  const article = before === 'a' || before === 'an' || before === 'another';
  if (!article && determiners.has(before)) return null;
  const police = words[at - 1] === 'police';
  return {
    token: article ? first - 1 : at,
    last: at,
    from: article ? first - 1 : first,
    value: 1,
    vague: false,
    second: null,
    qualifier: 'exact',
    below: false,
    part: isPart(words, article ? first - 1 : first, at),
    group: { group: police ? 'police' : group, found: true, singular: true, thing: false, at },
  };
}

/** "Gunbattle kills four: separatist leader": a headline ends with who says so. */
function isSpeaker(words: readonly string[], first: number, last: number): boolean {
  const before = words[first - 1] ?? '';
  return (before === ':' || before === '-' || before === '–') && /^[.!]?$/u.test(words[last + 1] ?? '');
}
