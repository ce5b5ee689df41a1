/** One line of a PETRARCH actor dictionary: a phrase and the codes that it may stand for. */
export interface ActorPhrase {
  phrase: string;
  codes: string[];
}

/**
 * Reads a PETRARCH actor dictionary: `PHRASE [CODE]`, `+SYNONYM` lines below it, and codes with date ranges on
 * lines of their own. Dates are not looked at: every code of a phrase counts.
 */
export function readActorPhrases(dictionary: string): ActorPhrase[] {
  const groups: { phrases: string[]; codes: string[] }[] = [];
  for (const raw of dictionary.split('\n')) {
    const line = (raw.split('#')[0] ?? '').trim();
    if (line === '' || line.startsWith('<')) continue;
    const [head = '', ...rest] = line.split('[');
    const codes = rest.flatMap((part) => (part.split(/[\]\s<>]/)[0] ?? '').split('/')).filter(Boolean);
    const phrase = plain(head.replace('+', ''));
    const last = groups.at(-1);
    if (last && (head.trim() === '' || line.startsWith('+'))) {
      if (phrase) last.phrases.push(phrase);
      last.codes.push(...codes);
    } else groups.push({ phrases: [phrase], codes });
  }
  return groups.flatMap(({ phrases, codes }) => phrases.map((phrase) => ({ phrase, codes })));
}

/** The codes that a name may stand for: those of the longest phrases within it. A phrase may end within a word, as there. */
export function codesOfName(name: string, phrases: readonly ActorPhrase[]): string[] {
  const inside = phrases.filter(({ phrase }) => phrase !== '' && ` ${plain(name)}`.includes(` ${phrase}`));
  const longest = Math.max(0, ...inside.map(({ phrase }) => phrase.length));
  return inside.filter(({ phrase }) => phrase.length === longest).flatMap(({ codes }) => codes);
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
