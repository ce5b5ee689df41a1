import { Story as History } from '@trucewatch/status';
import type { ConflictDigest, StoredReport } from '@trucewatch/store';
import type { Digests } from '../digests.ts';
import { publishersOf } from '../views/conflict-events.ts';
import { sentencesOf } from '../views/sentence.ts';

/** For tests: what the overview is made from, folded from all reports instead of read from the derived rows. */
export function digestsOf(reports: readonly StoredReport[]): Digests {
  const history = new History();
  history.add(reports);
  return {
    conflicts: history.conflictIds().flatMap((id) => digestOf(history, id, reports) ?? []),
    articles: reports.length,
    publishers: publishersOf(reports),
    events: reports.reduce((sum, { events }) => sum + events.length, 0),
  };
}

function digestOf(history: History, id: string, all: readonly StoredReport[]): ConflictDigest | null {
  const conflict = history.conflict(id);
  if (!conflict || conflict.intervals.length + conflict.ceasefires.length === 0) return null;
  const articles = new Set((conflict.events ?? []).map(({ articleId }) => articleId));
  const reports = new Map(
    all.filter(({ article }) => articles.has(article.id)).map((one) => [one.article.id, one]),
  );
  const arrivals = [...reports.values()].map(({ article }) => Date.parse(article.receivedAt));
  const published = [...reports.values()].flatMap(({ article: { publishedAt } }) =>
    publishedAt ? [new Date(publishedAt).toISOString()] : [],
  );
  return {
    id,
    version: '1',
    name: conflict.name,
    parties: conflict.parties,
    arrivals: arrivals.sort((a, b) => a - b),
    publishers: publishersOf([...reports.values()]),
    lastReport: published.sort().at(-1) ?? null,
    rows: conflict.intervals.map(({ from, to, formal, compliance, rule, because }) => {
      const [sentence] = sentencesOf(reports, because);
      const arrived = because.map(({ articleId }) => reports.get(articleId)?.article.receivedAt ?? '');
      return {
        ...{ from, to, formal, compliance },
        rule: rule ?? null,
        arrived: arrived.sort().at(-1) ?? null,
        sentence: sentence ? { ...sentence, publishedAt: sentence.publishedAt ?? undefined } : null,
      };
    }),
  };
}
