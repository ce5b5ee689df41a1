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

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a.localeCompare(b);
}
