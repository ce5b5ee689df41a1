import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vectorFile from '../data/vectors.json' with { type: 'json' };
import { openEnglish } from '../src/parser/english.ts';
import { hashString } from '../src/parser/hash.ts';
import { type Parts, packModel, unpackRising } from '../src/parser/model/model-file.ts';
import { normalForm } from '../src/parser/net/normal-form.ts';
import { allSpellingRows } from '../src/parser/net/word-features.ts';
import { casedVariants, ExampleMaker } from './examples.ts';
import { fixedVectors } from './fixed-vectors.ts';
import { lexicon } from './lexicon.ts';
import type { Example } from './net/example.ts';
import { LearningNetwork } from './net/learn-network.ts';
import { networkParts } from './network-parts.ts';
import { normalFrom, randomFrom, shuffled } from './random.ts';
import { readTreebank } from './read-treebank.ts';
import { scoreText } from './score-text.ts';

const folder = process.argv[2];
const rounds = Number(process.argv[3] ?? 20);
if (!folder || !existsSync(join(folder, 'gum-free-train.conllu.gz')) || !(rounds > 0)) {
  console.error(
    'Usage: npm run train -- FOLDER [ROUNDS], where FOLDER holds gum-free-train, gum-free-dev, pud and ewt as .conllu.gz',
  );
  process.exit(1);
}
const began = Date.now();
const say = (what: string) =>
  console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${what}`);

/** Our own sentences count three times: they are few, and what the parser is for. */
const own = readTreebank(join(import.meta.dirname, '../treebank/conflict.conllu'));
const others = ['gum-free-train', 'pud', 'ewt'].flatMap((name) =>
  readTreebank(join(folder, `${name}.conllu.gz`)),
);
const sentences = [...others, ...own, ...own, ...own];

const fixed = fixedVectors();
const words: Parts = lexicon(sentences, fixed);
const names = new Set(unpackRising(words.names as Uint8Array, (words.nameCount as Uint32Array)[0] as number));
const maker = new ExampleMaker(sentences, fixed);
const known = new Set([...fixed.words, ...maker.words]);
const isName = (word: string) => {
  const hash = hashString(normalForm(word));
  return names.has(hash) || !known.has(hash);
};

/** Words a step learns from; the last sentence may go beyond. */
const batchSize = 700;
/** Longer sentences are left out of training: they are a few lists. */
const longest = 120;
const highestRate = 3e-3;
const warmUp = 300;

const examples = [...sentences, ...casedVariants(sentences, isName)]
  .filter(({ forms }) => forms.length <= longest)
  .map((sentence) => maker.make(sentence));
const random = randomFrom(1);
const network = new LearningNetwork(
  {
    tags: maker.tags.length,
    relations: maker.relations.length,
    rows: maker.wordRows + allSpellingRows,
    most: batchSize + longest,
  },
  random,
  normalFrom(random),
);
const steps = Math.ceil(examples.reduce((sum, { length }) => sum + length, 0) / batchSize) * rounds;
say(`${examples.length} sentences, ${rounds} rounds of ${Math.round(steps / rounds)} steps`);
let step = 0;
for (let round = 1; round <= rounds; round++) {
  const loss = [0, 0, 0];
  let batches = 0;
  for (const batch of batchesOf(examples, shuffled(examples.length, random))) {
    step++;
    const rate = highestRate * Math.min(1, step / warmUp) * Math.max(0.01, 1 - step / steps);
    network.learn(batch, rate).forEach((one, i) => {
      loss[i] = (loss[i] as number) + one;
    });
    batches++;
  }
  say(`round ${round}: loss ${loss.map((sum) => (sum / batches).toFixed(3)).join(' ')}`);
}

function* batchesOf(all: readonly Example[], order: readonly number[]): Generator<Example[]> {
  let batch: Example[] = [];
  let size = 0;
  for (const place of order) {
    const example = all[place] as Example;
    batch.push(example);
    size += example.length;
    if (size < batchSize) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

const parts: Parts = {
  tags: maker.tags,
  relations: maker.relations,
  ...words,
  ...networkParts((name) => network.parameters.valuesOf(name), network.vectors.values, maker.words),
};
const about = {
  from: 'UD English GUM (free genres, training part; annotations CC BY 4.0), UD English PUD (CC BY-SA 3.0), UD English EWT (annotations CC BY-SA 4.0), treebank/conflict.conllu (CC0)',
};
const scores: Record<string, Record<string, number>> = {};
const english = openEnglish(packModel(parts, about), vectorFile);
for (const name of ['gum-free-dev', 'gum-free-test']) {
  const path = join(folder, `${name}.conllu.gz`);
  if (!existsSync(path)) continue;
  const { relations, ...whole } = scoreText(english, readTreebank(path));
  const kept = ['nsubj', 'nsubj:pass', 'obj', 'obl:agent', 'conj'].map((relation) => [
    relation,
    relations.get(relation)?.f1 ?? 0,
  ]);
  scores[name] = Object.fromEntries(
    [...Object.entries(whole), ...kept].map(([key, score]) => [key, Math.round(Number(score) * 10) / 10]),
  );
  say(`${name}, from raw text: ${JSON.stringify(scores[name])}`);
}
const file = packModel(parts, { ...about, scores });
writeFileSync(join(import.meta.dirname, '../data/english.json'), `${JSON.stringify(file, null, 1)}\n`);
say(`data/english.json, ${(JSON.stringify(file).length / 1e6).toFixed(2)} MB`);
