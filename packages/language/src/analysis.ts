/** Universal part-of-speech tags, as the tagger gives them. */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One token. `text === source.slice(start, end)`; offsets are UTF-16 code units of the whole text. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** The text in lower case with typographic quotes made plain. */
  lower: string;
  lemma: string;
  upos: Upos;
}

/** One sentence; its tokens are in order and lie inside it. */
export interface Sentence {
  start: number;
  end: number;
  /** Paragraphs count from 0. */
  paragraph: number;
  tokens: Token[];
}

/** A text read: sentences in order, never overlapping. */
export interface Analysis {
  text: string;
  sentences: Sentence[];
}
