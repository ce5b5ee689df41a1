import { readFileSync } from 'node:fs';
import { type ModelFile, unpackModel } from '../src/parser/model/model-file.ts';
import { addSix } from '../src/parser/net/six-bits.ts';
import { fixedTable } from '../src/parser/net/word-vectors.ts';

/** The fixed vectors in `data/vectors.json`, by the hash of a word. */
export interface FixedVectors {
  words: Uint32Array;
  of(word: number): Float32Array | undefined;
}

export function fixedVectors(): FixedVectors {
  const file = new URL('../data/vectors.json', import.meta.url);
  const { table, words } = fixedTable(unpackModel(JSON.parse(readFileSync(file, 'utf8')) as ModelFile));
  const rows = new Map([...words].map((word, row) => [word, row]));
  return {
    words,
    of(word) {
      const row = rows.get(word);
      if (row === undefined) return undefined;
      const vector = new Float32Array(table.scale.length);
      addSix(table.rows, row, table.scale, vector, 0);
      return vector;
    },
  };
}
