import { best } from '../src/parser/model/linear-model.ts';
import { fillTagFeatures, tagFeatures } from '../src/parser/tag/tag-features.ts';
import type { TagPass } from '../src/parser/tag/tag-words.ts';
import { type Clusters, WordReader } from '../src/parser/words.ts';
import { FeatureRows, Perceptron } from './perceptron.ts';
import { randomFrom, shuffled } from './random.ts';

export interface TaggedSentence {
  forms: string[];
  /** Gold tags, as classes. */
  tags: Int32Array;
  /** What the first pass made of it, when this is the second. */
  first: Int32Array | null;
}

export interface TrainedPass extends TagPass {
  model: Perceptron;
}

/** Words written so that have only one tag, 30 times and more, need no model. */
function sureTags(sentences: TaggedSentence[], reader: WordReader): Map<number, number> {
  const seen = new Map<number, Map<number, number>>();
  for (const { forms, tags } of sentences) {
    const words = reader.read(forms);
    for (let i = 0; i < words.count; i++) {
      const form = words.form[i] as number;
      const counts = seen.get(form) ?? new Map<number, number>();
      seen.set(form, counts.set(tags[i] as number, (counts.get(tags[i] as number) ?? 0) + 1));
    }
  }
  const sure = new Map<number, number>();
  for (const [form, counts] of seen) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [tag, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (total >= 30 && most / total >= 0.995) sure.set(form, tag);
  }
  return sure;
}

export function trainTagPass(
  sentences: TaggedSentence[],
  classes: number,
  clusters: Clusters,
  epochs: number,
): TrainedPass {
  const reader = new WordReader(clusters);
  const sure = sureTags(sentences, reader);
  const counts = new FeatureRows(23);
  for (const { forms, tags, first } of sentences) {
    const words = reader.read(forms);
    for (let i = 0; i < words.count; i++) {
      const before: [number, number] = [
        i > 0 ? (tags[i - 1] as number) : -1,
        i > 1 ? (tags[i - 2] as number) : -1,
      ];
      counts.count(tagFeatures, fillTagFeatures(words, i, before, first));
    }
  }
  const model = new Perceptron(counts.seenAtLeast(2), classes);
  const random = randomFrom(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const number of shuffled(sentences.length, random)) {
      const { forms, tags, first } = sentences[number] as TaggedSentence;
      const words = reader.read(forms);
      const before: [number, number] = [-1, -1];
      for (let i = 0; i < words.count; i++) {
        let tag = sure.get(words.form[i] as number);
        if (tag === undefined) {
          tag = best(model.score(tagFeatures, fillTagFeatures(words, i, before, first)));
          model.learn(tags[i] as number, tag);
        }
        before[1] = before[0];
        before[0] = tag;
      }
    }
  }
  model.average();
  return { sure, model };
}
