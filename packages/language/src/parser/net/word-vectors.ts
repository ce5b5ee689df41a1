import { hashString } from '../hash.ts';
import { type Parts, unpackRising } from '../model/model-file.ts';
import { normalForm } from './normal-form.ts';
import { shape } from './shape.ts';
import { addSix } from './six-bits.ts';
import { featuresPerWord, fillWordRows } from './word-features.ts';

/** A table of vectors of which rows are taken by the hash of a word; columns have a scale each. */
export interface VectorTable {
  rows: Uint8Array;
  scale: Float32Array;
}

/** The vector of a word before any sentence: trained vectors of the word and its spelling, and a fixed one of the word. */
export class WordVectors {
  private readonly trained: VectorTable;
  private readonly fixed: VectorTable;
  private readonly trainedRow: Map<number, number>;
  private readonly fixedRow: Map<number, number>;
  private readonly found = new Int32Array(featuresPerWord);

  /**
   * @param words hashes of the words that have a trained vector: their rows count from 1
   * @param fixedWords hashes of the words that have a fixed vector
   */
  constructor(trained: VectorTable, words: Uint32Array, fixed: VectorTable, fixedWords: Uint32Array) {
    this.trained = trained;
    this.fixed = fixed;
    this.trainedRow = rowsOf(words, 1);
    this.fixedRow = rowsOf(fixedWords, 0);
  }

  /** Whether a word, by its hash, has a vector of its own. */
  knows(hash: number): boolean {
    return this.trainedRow.has(hash) || this.fixedRow.has(hash);
  }

  /** Writes the vector of a form into `into` from `at` on. */
  fill(form: string, into: Float32Array, at: number): void {
    const { found } = this;
    into.fill(0, at, at + shape.trained + shape.fixed);
    fillWordRows(form, (hash) => this.trainedRow.get(hash) ?? 0, this.trainedRow.size + 1, found);
    for (let f = 0; f < featuresPerWord; f++)
      addSix(this.trained.rows, found[f] as number, this.trained.scale, into, at);
    const row = this.fixedRow.get(hashString(normalForm(form)));
    if (row !== undefined) addSix(this.fixed.rows, row, this.fixed.scale, into, at + shape.trained);
  }
}

function rowsOf(hashes: Uint32Array, first: number): Map<number, number> {
  const rows = new Map<number, number>();
  for (let i = 0; i < hashes.length; i++) rows.set(hashes[i] as number, first + i);
  return rows;
}

/** The table of fixed vectors as its file has it. */
export function fixedTable(parts: Parts): { table: VectorTable; words: Uint32Array } {
  return {
    table: { rows: parts['fixed.rows'] as Uint8Array, scale: parts['fixed.scale'] as Float32Array },
    words: unpackRising(
      parts['fixed.words'] as Uint8Array,
      (parts['fixed.count'] as Uint32Array)[0] as number,
    ),
  };
}
