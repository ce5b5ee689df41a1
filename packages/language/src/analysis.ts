import type { Sentence as Tree, Token as TreeToken } from './parser/tree.ts';

/** One token. `text === source.slice(start, end)`; offsets are UTF-16 code units of the whole text. */
export interface Token extends TreeToken {
  text: string;
}

/** One sentence: a tree whose tokens are in order and lie inside it. */
export interface Sentence {
  start: number;
  end: number;
  /** Paragraphs count from 0. */
  paragraph: number;
  tokens: Token[];
  tree: Tree;
}

/** A text read: sentences in order, never overlapping. */
export interface Analysis {
  text: string;
  sentences: Sentence[];
}
