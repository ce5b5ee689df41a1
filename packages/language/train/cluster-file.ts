import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readClusters } from '../src/parser/english.ts';
import {
  type ModelFile,
  type Parts,
  packModel,
  packRising,
  unpackModel,
  unpackRising,
} from '../src/parser/model/model-file.ts';
import type { Clusters } from '../src/parser/words.ts';

const path = join(import.meta.dirname, '../data/clusters.json');

const parts = (): Parts => unpackModel(JSON.parse(readFileSync(path, 'utf8')) as ModelFile);

export function clustersFrom(): Clusters {
  return readClusters(parts());
}

/** Hashes of all words that have a cluster. */
export function clusteredWords(): Uint32Array {
  const all = parts();
  return unpackRising(all['clusters.words'] as Uint8Array, (all['clusters.of'] as Uint16Array).length);
}

export interface ClusterTable {
  /** Hash of a word, its cluster of about 400 and of about 1,200; both count from 1. */
  rows: [word: number, cluster: number, finer: number][];
  /** Coarse cluster of each of the 400; place 0 is unused. */
  coarse: Uint8Array;
}

export function writeClusters({ rows, coarse }: ClusterTable, about: Record<string, unknown>): void {
  const byWord = new Map(rows.map((row) => [row[0], row]));
  const sorted = [...byWord.values()].sort(([a], [b]) => a - b);
  const file = packModel(
    {
      'clusters.words': packRising(Uint32Array.from(sorted, ([word]) => word)),
      'clusters.of': Uint16Array.from(sorted, ([, cluster]) => cluster),
      'clusters.finer': Uint16Array.from(sorted, ([, , finer]) => finer),
      'clusters.coarse': coarse,
    },
    about,
  );
  writeFileSync(path, `${JSON.stringify(file, null, 1)}\n`);
}
