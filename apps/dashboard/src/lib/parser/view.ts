import type { TreeDrawing } from '@trucewatch/language/parser';

/** A parsed sentence as the page shows it. */
export interface ParsedSentence {
  text: string;
  drawing: TreeDrawing;
  rows: TokenRow[];
}

/** A row of the table; words are numbered from 1, as in CoNLL-U. */
export interface TokenRow {
  number: number;
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  relation: string;
  /** Null for the root. */
  head: { number: number; form: string } | null;
}
