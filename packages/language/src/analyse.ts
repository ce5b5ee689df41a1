import type { Analysis, Sentence } from './analysis.ts';
import { findSentences } from './boundaries.ts';
import { english } from './parser/index.ts';

/**
 * Reads an English text into sentences as trees, with exact UTF-16 offsets. Pure; never throws,
 * whatever the string holds; time is linear in its length.
 */
export function analyse(text: string): Analysis {
  const stretches = findSentences(text);
  const trees = english().parseStretches(text, stretches);
  const sentences: Sentence[] = [];
  stretches.forEach(({ start, end, paragraph }, i) => {
    const tree = trees[i];
    if (!tree) return;
    sentences.push({ start, end, paragraph, tokens: tree.tokens, tree });
  });
  return { text, sentences };
}
