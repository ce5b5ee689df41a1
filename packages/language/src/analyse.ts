import type { Analysis, Sentence, Token, Upos } from './analysis.ts';
import { findSentences, type Stretch } from './boundaries.ts';
import { mendTags } from './tag-repairs.ts';
import { tag } from './tagger.ts';

/**
 * Reads an English text into sentences and tokens with exact UTF-16 offsets. Pure; never throws,
 * whatever the string holds; time is linear in its length.
 */
export function analyse(text: string): Analysis {
  return { text, sentences: findSentences(text).map((stretch) => readSentence(text, stretch)) };
}

function readSentence(text: string, stretch: Stretch): Sentence {
  const tokens = tokenise(text, stretch);
  mendTags(tokens);
  return { start: stretch.start, end: stretch.end, paragraph: stretch.paragraph, tokens };
}

function tokenise(text: string, { start, end }: Stretch): Token[] {
  // The tagger swallows unusual spaces; plain ones of the same length keep every offset.
  const plain = text.slice(start, end).replace(/[\s\u200b\ufeff]/gu, ' ');
  const { values, spaces, upos, lemmas } = tag(plain);
  const tokens: Token[] = [];
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    at += (spaces[i] ?? '').length;
    if (plain.slice(at, at + value.length) !== value) {
      const found = plain.indexOf(value, at);
      if (value === '' || found < 0) return plainTokens(text, start, plain);
      at = found;
    }
    if (value.trim() !== '') tokens.push(token(text, start + at, value, upos[i] ?? 'X', lemmas[i] ?? value));
    at += value.length;
  }
  return tokens;
}

/** Where the tagger's tokens cannot be found in the text again: words between spaces, without tags. */
function plainTokens(text: string, start: number, plain: string): Token[] {
  return [...plain.matchAll(/[^\s]+/gu)].map((match) =>
    token(text, start + match.index, match[0], 'X', match[0].toLowerCase()),
  );
}

function token(text: string, start: number, value: string, upos: Upos, lemma: string): Token {
  const end = start + value.length;
  const lower = value.toLowerCase().replace(/[’‘]/gu, "'");
  return { start, end, text: text.slice(start, end), lower, lemma: lemma.replace(/[’‘]/gu, "'"), upos };
}
