import type { Report } from '@trucewatch/status';
import type { Store } from '@trucewatch/store';
import { warReports } from './reports.ts';

/** Of 3.67 events each: a million of 200 wars. */
const articlesEach = 1_362;

/** A report with the words of its article. */
export interface WordedReport extends Report {
  title?: string;
  text?: string;
}

/** The reports of so many wars, a day of each after the other, from an instant on (epoch milliseconds UTC). */
export function* interleavedWars(count: number, from: number): Generator<Report> {
  const wars = Array.from({ length: count }, (_, seed) =>
    warReports([`group:front${seed}a`, `group:front${seed}b`], {
      from,
      articles: articlesEach,
      perDay: 1,
      seed,
    }),
  );
  for (let number = 0; number < articlesEach; number++)
    for (const war of wars) yield war.next().value as Report;
}

/** Stores reports without the checks of an article that comes in; one without words says `words`. */
export async function storeReports(
  store: Store,
  reports: Iterable<WordedReport>,
): Promise<{ articles: number; events: number }> {
  let [articles, events] = [0, 0];
  let batch: WordedReport[] = [];
  for (const report of reports) {
    batch.push(report);
    articles++;
    events += report.events.length;
    if (batch.length < 1_000) continue;
    await put(store, batch);
    batch = [];
  }
  await put(store, batch);
  return { articles, events };
}

async function put({ kysely }: Store, reports: readonly WordedReport[]): Promise<void> {
  if (reports.length === 0) return;
  const articles = reports.map(({ article: { id, source = null, publishedAt = null }, title, text }) => ({
    id,
    title: title ?? null,
    text: text ?? 'words',
    source,
    published_at: publishedAt,
    published_precision: 'instant' as const,
    fingerprint: id,
    state: 'extracted',
    ...(publishedAt && { received_at: publishedAt }),
  }));
  await kysely.insertInto('articles').values(articles).execute();
  const kept = await kysely
    .insertInto('extractions')
    .values(
      reports.map(({ article }) => ({
        article_id: article.id,
        extractor_name: 'bench',
        extractor_version: '1',
        warnings: '[]',
        is_current: true,
      })),
    )
    .returning(['id', 'article_id'])
    .execute();
  const idOf = new Map(kept.map(({ id, article_id }) => [article_id, id]));
  const events = reports.flatMap(({ article, events: told }) =>
    told.map((event, position) => ({
      extraction_id: idOf.get(article.id) ?? '',
      article_id: article.id,
      event_id: event.id,
      position,
      type: event.type,
      step: event.step ?? null,
      reality: event.reality,
      when_earliest: event.when?.earliest ?? null,
      when_latest: event.when?.latest ?? null,
      happened_at: event.when?.latest ?? article.publishedAt ?? null,
      article_source: article.source ?? null,
      document: JSON.stringify(event),
      quotes: event.evidence.map(({ quote }) => quote).join('\n'),
    })),
  );
  for (let start = 0; start < events.length; start += 4_000)
    await kysely
      .insertInto('events')
      .values(events.slice(start, start + 4_000))
      .execute();
}
