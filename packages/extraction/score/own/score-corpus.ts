import { Article, type Event } from '@trucewatch/schema';
import { extract } from '../../src/index.ts';
import { isReal } from '../extract-all.ts';
import { entry, Rates } from '../rates.ts';
import type { Judged } from '../reliability.ts';
import type { CorpusCase } from './corpus-case.ts';
import { kindOf, match } from './match.ts';
import { missLines } from './misses.ts';
import { FieldScores } from './score-fields.ts';

/** The scorecard of the project's own corpus. */
export interface CorpusScore {
  articles: number;
  labels: number;
  /** By type, for truces by step; `ceasefire` and `other` are the sums. Events told as having happened or to come. */
  events: Map<string, Rates>;
  /** Events that are denied, feared, demanded or background: found as such at all. */
  unreal: Rates;
  doubles: number;
  fields: FieldScores;
  judged: Judged[];
  misses: string[];
}

/** Extracts every case and compares. With `withMisses`, also what was missed, what was false, and which rules fired. */
export function scoreCorpus(cases: readonly CorpusCase[], withMisses = false): CorpusScore {
  const score: CorpusScore = {
    articles: cases.length,
    labels: cases.reduce((sum, article) => sum + article.events.length, 0),
    events: new Map(),
    unreal: new Rates(),
    doubles: 0,
    fields: new FieldScores(),
    judged: [],
    misses: [],
  };
  for (const article of cases) scoreCase(article, score, withMisses);
  return score;
}

function scoreCase(article: CorpusCase, score: CorpusScore, withMisses: boolean): void {
  const { id, title, text, publishedAt } = article;
  const { events, trace } = extract(Article.parse({ id, title, text, publishedAt }), { trace: withMisses });
  const { pairs, missed, surplus, doubles } = match(article, events);
  const count = (event: Pick<Event, 'type' | 'step'>, what: 'tp' | 'fp' | 'fn') => {
    entry(score.events, event.type === 'ceasefire' ? 'ceasefire' : 'other', () => new Rates())[what] += 1;
    entry(score.events, kindOf(event), () => new Rates())[what] += 1;
  };
  const judge = (found: Event, isRight: boolean): Judged => ({
    articleId: id,
    eventId: found.id,
    confidence: found.confidence,
    isRight,
  });
  const note = (line: string) => withMisses && score.misses.push(`${id}  ${line}`);

  for (const pair of pairs) {
    const { label, found } = pair;
    const isRight =
      isReal(label.reality) === isReal(found.reality) || label.orReality.includes(found.reality);
    const wrong = score.fields.add(pair);
    for (const line of wrong) note(`FIELD ${kindOf(label)} "${label.quote}": ${line}`);
    if (isReal(label.reality)) {
      if (!label.minor) count(label, isRight ? 'tp' : 'fn');
    } else if (isRight) score.unreal.tp += 1;
    else count(found, 'fp');
    if (isReal(found.reality)) score.judged.push(judge(found, isRight));
  }
  for (const label of missed) {
    if (label.minor) continue;
    if (isReal(label.reality)) count(label, 'fn');
    else score.unreal.fn += 1;
    for (const line of missLines(label, article, trace ?? [])) note(line);
  }
  for (const found of surplus) {
    if (isReal(found.reality)) {
      count(found, 'fp');
      score.judged.push(judge(found, false));
    } else score.unreal.fp += 1;
    note(
      `FALSE ${kindOf(found)} (${found.reality}, ${found.confidence}): ${found.evidence[0]?.quote.slice(0, 160)}`,
    );
  }
  score.doubles += doubles.length;
  for (const found of doubles) {
    if (isReal(found.reality)) score.judged.push(judge(found, true));
    note(`DOUBLE ${kindOf(found)}: ${found.evidence[0]?.quote.slice(0, 160)}`);
  }
}
