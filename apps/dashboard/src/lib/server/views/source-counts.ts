import { publisherKey } from '@trucewatch/schema';
import { countReport, type ReportedArticle, sourcesOf } from '@trucewatch/status';
import type { ToldArticle } from '@trucewatch/store';
import type { SourceCounts } from '#lib/sources/view.ts';

/** What of a conflict each publisher told, by `publisherKey`: counts of what can be looked up, and no mark of quality. */
export function sourceCounts({
  articles,
  happenings,
}: {
  articles: readonly ToldArticle[];
  happenings: readonly (readonly string[])[];
}): Map<string, SourceCounts> {
  const byKey = new Map<string, SourceCounts>();
  const counts = (source: string | undefined): SourceCounts | null => {
    const key = source === undefined ? '' : publisherKey(source);
    if (key === '') return null;
    const found = byKey.get(key) ?? none();
    byKey.set(key, found);
    return found;
  };
  const reported = new Map<string, ReportedArticle>();
  for (const { article, events, acts } of articles) {
    const { report } = countReport({ article, events: [] }, acts);
    reported.set(article.id, report.article);
    const own = counts(article.source);
    if (!own) continue;
    own.articles++;
    own.events += events;
    if (report.article.replaces !== undefined) own.corrections++;
    if (report.article.withdrawn !== undefined) own.withdrawn++;
  }
  for (const ids of happenings)
    countHappening(
      ids.flatMap((id) => reported.get(id) ?? []),
      counts,
    );
  return byKey;
}

export function none(): SourceCounts {
  return {
    articles: 0,
    events: 0,
    told: 0,
    first: 0,
    alone: 0,
    confirmed: 0,
    carried: 0,
    corrections: 0,
    withdrawn: 0,
  };
}

/** A sum over several conflicts. */
export function summed(all: readonly SourceCounts[]): SourceCounts {
  const sum = none();
  for (const one of all) for (const key of Object.keys(sum) as (keyof SourceCounts)[]) sum[key] += one[key];
  return sum;
}

/** One happening: each publisher that tells of it counts once, however many articles it has on it. */
function countHappening(
  articles: readonly ReportedArticle[],
  counts: (source: string | undefined) => SourceCounts | null,
): void {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const { sources } = sourcesOf(articles);
  const seen = new Set<SourceCounts>();
  for (const [index, source] of sources.entries()) {
    const [origin] = source.articles;
    for (const id of source.articles) {
      const name = byId.get(id)?.source;
      const own = counts(name);
      if (!own || seen.has(own)) continue;
      seen.add(own);
      own.told++;
      const isOrigin = publisherKey(name ?? '') === publisherKey(byId.get(origin ?? '')?.source ?? '');
      if (!isOrigin) own.carried++;
      if (sources.length === 1) own.alone++;
      else if (index === 0 && isOrigin) own.first++;
      // Who is unknown may be one of the others: only a known publisher of another origin confirms.
      if (sources.some((other, place) => place !== index && other.names.length > 0)) own.confirmed++;
    }
  }
}
