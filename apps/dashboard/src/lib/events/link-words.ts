import type { Feature, Weighed } from '@trucewatch/status';

const agree: Record<Feature, string> = {
  kind: 'few events of this kind are told of',
  time: 'their times meet',
  place: 'their places meet',
  counts: 'their numbers of people fit',
  doer: 'the same doer',
  target: 'the same target',
  parties: 'the same parties',
  mode: 'the same means',
  effect: 'the same start of the truce',
  article: 'a headline and the text below it',
  words: 'much the same words',
};
const differ: Record<Feature, string> = {
  kind: 'many events of this kind are told of',
  time: 'their times hardly meet',
  place: 'their places differ',
  counts: 'their numbers of people differ',
  doer: 'doers of another name',
  target: 'targets of another name',
  parties: 'other parties',
  mode: 'other means',
  effect: 'another start of the truce',
  article: 'one text tells both, as it mostly does of two things',
  words: 'other words',
};

/** What speaks for or against two reports being of one happening, in words, the weightiest first; what says nothing is left out. */
export function featureWords(features: readonly Weighed[]): { words: string; weight: number }[] {
  return features
    .filter(({ verdict }) => verdict !== 'silent')
    .map(({ feature, weight }) => ({ words: weight > 0 ? agree[feature] : differ[feature], weight }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
