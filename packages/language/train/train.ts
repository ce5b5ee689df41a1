import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { linearParts, type Parts, packModel, packRising } from '../src/parser/model/model-file.ts';
import { attachPunctuation } from '../src/parser/parse/punctuation.ts';
import { lexicon } from './lexicon.ts';
import { type GoldSentence, readTreebank } from './read-treebank.ts';
import type { Answer, Task } from './tasks.ts';

const folder = process.argv[2];
if (!folder || !existsSync(join(folder, 'gum-free-train.conllu.gz'))) {
  console.error(
    'Usage: npm run train -- FOLDER, where FOLDER holds gum-free-train, pud and ewt as .conllu.gz',
  );
  process.exit(1);
}
const own = join(import.meta.dirname, '../treebank/conflict.conllu');
const began = Date.now();
const say = (what: string) =>
  console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${what}`);

/** Our own sentences count three times: they are few, and what the parser is for. */
const sources = [
  { path: join(folder, 'gum-free-train.conllu.gz'), weight: 1 },
  { path: join(folder, 'pud.conllu.gz'), weight: 1 },
  { path: join(folder, 'ewt.conllu.gz'), weight: 1 },
  { path: own, weight: 3 },
];
const gold = sources.flatMap(({ path, weight }) =>
  readTreebank(path).map((sentence) => ({ sentence, weight })),
);
const sentences = gold.map(({ sentence }) => sentence);
const weights = Uint8Array.from(gold, ({ weight }) => weight);

/** What is seen often enough to be learned, the most frequent first. */
function vocabulary(values: string[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value);
}
const tagsOf = (sentence: GoldSentence) => sentence.upos.map((upos, i) => `${upos}|${sentence.xpos[i]}`);
const tags = vocabulary(sentences.flatMap(tagsOf), 8);
const labels = vocabulary(
  sentences.flatMap((sentence) => sentence.labels),
  20,
);
const tagIndex = new Map(tags.map((tag, i) => [tag, i]));
const labelIndex = new Map(labels.map((label, i) => [label, i]));
const tagClass = (tag: string) =>
  tagIndex.get(tag) ??
  Math.max(
    0,
    tags.findIndex((known) => known.startsWith(`${tag.split('|')[0]}|`)),
  );
const labelClass = (label: string) =>
  labelIndex.get(label) ?? labelIndex.get(label.split(':')[0] as string) ?? 0;

const input: Task['sentences'] = sentences.map((sentence) => ({
  forms: sentence.forms,
  tags: Int32Array.from(tagsOf(sentence), tagClass),
  first: null,
  heads: withRuledPunctuation(sentence),
  labels: Int32Array.from(sentence.labels, labelClass),
  guide: null,
}));
const base = { weights, tags, labels };

/** The treebanks differ in where they hang punctuation, and a rule does it after parsing: so the parser learns the rule's way. */
function withRuledPunctuation(sentence: GoldSentence): Int32Array {
  const heads = sentence.heads.slice();
  attachPunctuation(
    sentence.forms,
    heads,
    Uint8Array.from(sentence.labels, (label) => (label === 'punct' ? 1 : 0)),
  );
  return heads;
}

/** Runs tasks on two threads; the answers come in the order of the tasks. */
async function runAll(tasks: Task[]): Promise<Answer[]> {
  const answers: Answer[] = new Array(tasks.length);
  let next = 0;
  await Promise.all(
    [0, 1].map(async () => {
      while (next < tasks.length) {
        const mine = next++;
        const worker = new Worker(new URL('./tasks.ts', import.meta.url), {
          resourceLimits: { maxOldGenerationSizeMb: 8000 },
        });
        answers[mine] = await new Promise<Answer>((resolve, reject) => {
          worker.once('message', resolve).once('error', reject);
          worker.postMessage(tasks[mine]);
        });
        await worker.terminate();
        say(`${tasks[mine]?.kind} ${tasks[mine]?.fold}`);
      }
    }),
  );
  return answers;
}

/** The model on everything, and predictions for each sentence by a model that did not see it. */
async function trainWithFolds(kind: 'tag' | 'backward', folds: number, epochs: number, keep: Task['keep']) {
  const numbers = [-1, ...Array.from({ length: folds }, (_, fold) => fold)];
  const answers = await runAll(
    numbers.map((fold) => ({ ...base, kind, fold, folds, epochs, sentences: input, keep })),
  );
  return { model: answers[0] as Answer, folds: answers.slice(1) };
}

const goldTags = input.map((sentence) => sentence.tags);
const parts: Parts = { tags, labels, ...lexicon(sentences) };
for (const pass of ['tag1', 'tag2']) {
  const { model, folds } = await trainWithFolds('tag', 5, 5, { model: 105_000, label: 0 });
  if (!('sureWords' in model)) throw new Error('No tagger came back');
  Object.assign(parts, {
    [`${pass}.sureWords`]: packRising(model.sureWords),
    [`${pass}.sureTags`]: model.sureTags,
    ...linearParts(pass, model.model),
  });
  for (const fold of folds)
    if ('tags' in fold)
      for (const [number, predicted] of fold.tags) (input[number] as { first: Int32Array }).first = predicted;
}
input.forEach((sentence) => {
  sentence.tags = sentence.first as Int32Array;
});
const right = input.flatMap(({ tags }, k) =>
  [...tags].map((tag, i) => (tag === goldTags[k]?.[i] ? 1 : 0)),
) as number[];
say(
  `tags of sentences not learned from: ${((100 * right.reduce((a, b) => a + b, 0)) / right.length).toFixed(2)} % right`,
);

const backward = await trainWithFolds('backward', 4, 5, { model: 240_000, label: 60_000 });
for (const fold of backward.folds) {
  if (!('arcs' in fold)) continue;
  for (const [number, heads, label] of fold.arcs) {
    const count = heads.length;
    (input[number] as { guide: unknown }).guide = {
      head: heads.map((head) => (head < 0 ? count : head)),
      label,
    };
  }
}
const [forward] = await runAll([
  {
    ...base,
    kind: 'forward',
    fold: -1,
    folds: 1,
    epochs: 8,
    sentences: input,
    keep: { model: 350_000, label: 95_000 },
  },
]);
for (const [name, answer] of [
  ['backward', backward.model],
  ['forward', forward],
] as const) {
  if (!answer || !('move' in answer)) throw new Error(`No ${name} parser came back`);
  Object.assign(parts, linearParts(`${name}.move`, answer.move), linearParts(`${name}.label`, answer.label));
}
const about = {
  trainedOn: [
    'UD English GUM (free genres), train',
    'UD English PUD',
    'UD English EWT',
    'packages/language/treebank/conflict.conllu',
  ],
  licences:
    'GUM annotations CC BY 4.0; PUD CC BY-SA 3.0; EWT annotations CC BY-SA 4.0; own sentences CC0. Weights only: no text and no tree of a treebank is here.',
  sentences: sentences.length,
};
const file = packModel(parts, about);
writeFileSync(join(import.meta.dirname, '../data/english.json'), `${JSON.stringify(file, null, 1)}\n`);
say(
  `model/english.json: ${(file.packed.length / 1e6).toFixed(2)} MB, checksum ${file.checksum.slice(0, 12)}`,
);
process.exit(0);
