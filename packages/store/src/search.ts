import { CeasefireStep, EventType } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { publishedAt } from './article-row.ts';
import type { Database } from './database.ts';

const ArticleHit = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    published_at: z.date().nullable(),
    published_precision: z.enum(['instant', 'date']).nullable(),
    opening: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    source: row.source,
    publishedAt: publishedAt(row.published_at, row.published_precision),
    /** The first 200 characters of the text. */
    opening: row.opening,
  }));

const EventHit = z
  .object({
    article_id: z.string(),
    event_id: z.string(),
    type: EventType,
    step: CeasefireStep.nullable(),
    quotes: z.string(),
  })
  .transform((row) => ({
    articleId: row.article_id,
    eventId: row.event_id,
    type: row.type,
    step: row.step,
    /** Its evidence, one quote a line. */
    quotes: row.quotes,
  }));

export interface SearchResult {
  articles: z.infer<typeof ArticleHit>[];
  events: z.infer<typeof EventHit>[];
}

/**
 * Full-text search, best first: over titles, publishers and the first 200,000 characters of the texts, and over
 * the evidence of current events. The query is as on the web (`truce -prisoners "holding firm"`); none is an error.
 */
export async function search(
  db: Kysely<Database>,
  query: string,
  { limit = 20 } = {},
): Promise<SearchResult> {
  const terms = sql`websearch_to_tsquery('english', ${query.replaceAll('\0', ' ').slice(0, 1_000)})`;
  const [articles, events] = await Promise.all([
    sql`select id, title, source, published_at, published_precision, left(text, 200) as opening
        from articles, ${terms} as terms where search @@ terms
        order by ts_rank_cd(search, terms) desc, ordinal desc limit ${limit}`.execute(db),
    sql`select events.article_id, event_id, type, step, quotes
        from events join extractions on extractions.id = extraction_id and is_current, ${terms} as terms
        where search @@ terms
        order by ts_rank_cd(search, terms) desc, when_latest desc nulls last, event_id limit ${limit}`.execute(
      db,
    ),
  ]);
  return { articles: z.array(ArticleHit).parse(articles.rows), events: z.array(EventHit).parse(events.rows) };
}
