import { extractor } from '../../src/extract.ts';
import type { Rates } from '../rates.ts';
import { reliabilityTable } from '../reliability.ts';
import type { CorpusScore } from './score-corpus.ts';

/** The scorecard of the own corpus, as lines for a person. */
export function scorecard(score: CorpusScore): string[] {
  const { articles, labels, events, unreal, doubles, fields, judged } = score;
  const isSum = (name: string) => name === 'ceasefire' || name === 'other';
  const sums = [...events].filter(([name]) => isSum(name)).sort(byName);
  const kinds = [...events].filter(([name]) => !isSum(name)).sort(byName);
  return [
    `own corpus: ${articles} articles, ${labels} labelled events`,
    'events, told as having happened or to come',
    ...sums.map(([name, rates]) => rates.line(name.toUpperCase())),
    ...kinds.map(([name, rates]) => rates.line(name.replace('ceasefire/', '· '))),
    unreal.line('denied, feared, past'),
    `  told twice ${doubles}`,
    'fields of the events found',
    ...[...fields.shares].sort(byName).map(([name, share]) => share.line(name)),
    ...[...fields.rates].sort(byName).map(([name, rates]) => rates.line(name)),
    'confidence',
    ...reliabilityTable(judged),
  ];
}

/** The same as data: finds by kind and by field, right of all or with false and missed ones. */
export function scorecardData({ articles, labels, events, unreal, fields }: CorpusScore) {
  const found = (rates: ReadonlyMap<string, Rates>) =>
    [...rates].sort(byName).map(([name, { tp, fp, fn }]) => ({ name, tp, fp, fn }));
  const { tp, fp, fn } = unreal;
  return {
    version: `${extractor.name} ${extractor.version}`,
    articles,
    labels,
    events: [...found(events), { name: 'denied, feared, past', tp, fp, fn }],
    fields: [
      ...[...fields.shares].sort(byName).map(([name, { right, all }]) => ({ name, right, all })),
      ...found(fields.rates),
    ],
  };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b);
}
