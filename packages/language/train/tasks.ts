import { parentPort } from 'node:worker_threads';
import { tagKinds } from '../src/parser/english.ts';
import type { StoredModel } from '../src/parser/model/linear-model.ts';
import { guidedTemplates, plainTemplates } from '../src/parser/parse/templates.ts';
import { runPass } from '../src/parser/tag/tag-words.ts';
import { WordReader } from '../src/parser/words.ts';
import { clustersFrom } from './cluster-file.ts';
import { type ParsedSentence, trainParser } from './train-parser.ts';
import { type TaggedSentence, trainTagPass } from './train-tagger.ts';

/** One training run: on all sentences but a fold, then predictions for that fold; or on all of them, then the model itself. */
export interface Task {
  kind: 'tag' | 'backward' | 'forward';
  fold: number;
  folds: number;
  epochs: number;
  sentences: (TaggedSentence & ParsedSentence)[];
  /** Times each sentence counts. */
  weights: Uint8Array;
  tags: string[];
  labels: string[];
  keep: { model: number; label: number };
}

export type Answer =
  | { tags: [number, Int32Array][] }
  | { arcs: [number, Int32Array, Int32Array][] }
  | { sureWords: Uint32Array; sureTags: Uint8Array; model: StoredModel }
  | { move: StoredModel; label: StoredModel };

export function run(task: Task): Answer {
  const clusters = clustersFrom();
  const { sentences, fold, folds, weights } = task;
  const isHeldOut = (number: number) => fold >= 0 && number % folds === fold;
  const used = sentences.flatMap((sentence, number) =>
    isHeldOut(number) ? [] : Array.from({ length: weights[number] as number }, () => sentence),
  );
  const heldOut = sentences
    .map((sentence, number) => ({ sentence, number }))
    .filter(({ number }) => isHeldOut(number));

  if (task.kind === 'tag') {
    const pass = trainTagPass(used, task.tags.length, clusters, task.epochs);
    if (fold >= 0) {
      const reader = new WordReader(clusters);
      return {
        tags: heldOut.map(({ sentence, number }) => [
          number,
          runPass(reader.read(sentence.forms), pass, sentence.first),
        ]),
      };
    }
    const sure = [...pass.sure].sort(([a], [b]) => a - b);
    return {
      sureWords: Uint32Array.from(sure, ([word]) => word),
      sureTags: Uint8Array.from(sure, ([, tag]) => tag),
      model: pass.model.stored(task.keep.model),
    };
  }
  const reverse = task.kind === 'backward';
  const parser = trainParser(used, {
    clusters,
    kinds: tagKinds(task.tags.map((tag) => ({ upos: tag.split('|')[0] as string }))),
    templates: reverse ? plainTemplates : guidedTemplates,
    labelCount: task.labels.length,
    markers: [task.labels.indexOf('case'), task.labels.indexOf('mark')],
    reverse,
    epochs: task.epochs,
  });
  if (fold >= 0) {
    return {
      arcs: heldOut.map(({ sentence, number }) => {
        const { heads, labels } = parser.parse({ ...sentence, guide: null });
        return [number, heads, labels];
      }),
    };
  }
  return { move: parser.move.stored(task.keep.model), label: parser.label.stored(task.keep.label) };
}

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(run(task));
});
