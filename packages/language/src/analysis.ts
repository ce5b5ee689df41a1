import type { Token, Sentence as Tree } from './parser/tree.ts';

/** One sentence: a tree whose tokens are in order and lie inside it. */
export interface Sentence {
  start: number;
  end: number;
  /** Paragraphs count from 0. */
  paragraph: number;
  tokens: readonly Token[];
  tree: Tree;
}

/** A text read: sentences in order, never overlapping. */
export interface Analysis {
  text: string;
  sentences: Sentence[];
}
