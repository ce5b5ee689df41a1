import type { Sentence } from './analysis.ts';
import { nounChunkAt } from './noun-chunks.ts';
import { verbGroupOf } from './verb-groups.ts';

/** A noun chunk: tokens `first` to `last` of a sentence (both included), without the phrases that hang on it. */
export interface NounChunk {
  kind: 'noun';
  first: number;
  last: number;
  head: number;
}

/** A verb with its auxiliaries: "would not have been shelled". */
export interface VerbGroup {
  kind: 'verb';
  first: number;
  last: number;
  /** Index of the lexical verb. */
  head: number;
  lemma: string;
  form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  tense: 'past' | 'present' | 'future' | 'none';
  passive: boolean;
  perfect: boolean;
  negated: boolean;
  /** "may", "could", "must" …; not will and would-be futures, which are `tense: future`. */
  modal: string | null;
}

/** Anything else: prepositions, conjunctions, punctuation, adverbs. */
export interface OtherChunk {
  kind: 'other';
  first: number;
  last: number;
}

export type Chunk = NounChunk | VerbGroup | OtherChunk;

/** Cuts a sentence's tokens into noun chunks, verb groups and the rest, in order and without gaps. */
export function chunksOf({ tree, tokens }: Sentence): Chunk[] {
  const groups = new Map<number, VerbGroup>();
  for (const token of tokens) {
    const group = verbGroupOf(tree, token);
    if (group) groups.set(group.first, group);
  }
  const chunks: Chunk[] = [];
  let i = 0;
  while (i < tokens.length) {
    const chunk: Chunk = groups.get(i) ??
      nounChunkAt(tokens, i, groups) ?? { kind: 'other', first: i, last: i };
    chunks.push(chunk);
    i = chunk.last + 1;
  }
  return chunks;
}
