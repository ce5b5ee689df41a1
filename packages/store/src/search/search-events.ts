import { Event } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { publishedAt } from '../article-row.ts';
import type { Database } from '../database.ts';
import { counted, countHits, Facets } from './facets.ts';
import { headline, Marked } from './marked.ts';
import { candidates, mostHits, type SearchFilter, type SearchOptions, terms, withinYear } from './terms.ts';

const Hit = z
  .object({
    article_id: z.string(),
    source: z.string().nullable(),
    published_at: z.coerce.date().nullable(),
    published_precision: z.enum(['instant', 'date']).nullable(),
    event: Event,
    snippet: Marked,
  })
  .transform((row) => ({
    articleId: row.article_id,
    source: row.source,
    publishedAt: publishedAt(row.published_at, row.published_precision),
    event: row.event,
    /** Of its evidence. */
    snippet: row.snippet,
  }));

const Found = z.object({ total: z.number().int(), hits: z.array(Hit), facets: Facets });
/** `total` is at most `mostHits`. */
export type EventsFound = z.infer<typeof Found>;

/** Current events by full text, best first: over the names of their actors and place, and their evidence. */
export async function searchEvents(
  db: Kysely<Database>,
  query: string,
  { limit = 20, offset = 0, ...filter }: SearchOptions = {},
): Promise<EventsFound> {
  const found = await sql<{ found: unknown }>`
    with terms as (select ${terms(query)} as query),
    hits as materialized (
      select extraction_id, event_id, events.article_id, type, step, article_source as source, happened_at,
             ts_rank_cd(search, ${terms(query)}) as rank
      from ${matching(query, filter)} order by ${latest} limit ${mostHits}),
    page as (
      select *, row_number() over (order by rank desc, happened_at desc nulls last, event_id) as place
      from hits order by place limit ${limit} offset ${offset})
    select jsonb_build_object(
      'total', (select count(*) from hits),
      'hits', (
        select coalesce(jsonb_agg(to_jsonb(shown) - 'place' order by place), '[]')
        from (
          select place, page.article_id, page.source, published_at, published_precision, document as event,
                 ${headline(sql`left(quotes, 5000)`, sql`query`)} as snippet
          from page join events using (extraction_id, event_id)
          join articles on articles.id = page.article_id, terms) as shown),
      'facets', jsonb_build_object(
        'conflicts', ${counted(sql`
          select conflict_id as value, conflicts.document ->> 'name' as label
          from hits join derived.articles as told on told.article_id = hits.article_id and told.document ? event_id
          join derived.conflicts as conflicts using (conflict_id)`)},
        'types', ${counted(sql`select concat_ws(':', type, step) as value, concat_ws(':', type, step) as label from hits`)},
        'sources', ${counted(sql`select source as value, source as label from hits where source is not null`)},
        'years', ${counted(
          sql`select year as value, year as label
              from (select to_char(happened_at at time zone 'UTC', 'YYYY') as year from hits) as dated
              where year is not null`,
          'value',
        )})) as found`.execute(db);
  return Found.parse(found.rows[0]?.found);
}

/** How many current events match, at most `mostHits`. */
export function countEvents(db: Kysely<Database>, query: string, filter: SearchFilter = {}): Promise<number> {
  return countHits(db, matching(query, filter, sql``));
}

/** There is an index in this order: of a common word the latest rows are gone through until there are enough. */
const latest = sql`happened_at desc nulls last, extraction_id desc, event_id desc`;

/** The current events that match, as what follows `from`; to be counted they need not be put in order. */
function matching(query: string, filter: SearchFilter, order = sql`order by ${latest}`) {
  const wide = candidates(query);
  const current = sql`join extractions on extractions.id = extraction_id and is_current`;
  if (!wide) return sql`events ${current} where ${conditions(terms(query), filter)}`;
  return sql`(
    select events.* from events where ${conditions(wide.terms, filter)}
    ${order} limit ${wide.most}) as events ${current} where search @@ ${terms(query)}`;
}

/** What people say does not count: its page is not there. Those rejected under another extraction's ids are found all the same. */
const rejected = sql`
  select article_id, event_id from (
    select distinct on (article_id, event_id) kind, article_id, event_id
    from acts, lateral (
      select document #>> '{event,articleId}' as article_id, document #>> '{event,eventId}' as event_id) as named
    where kind in ('accept_event', 'reject_event')
      and not exists (select from acts as undoing where undoing.undoes = acts.id)
    order by article_id, event_id, at desc) as verdicts
  where kind = 'reject_event'`;

/** What an event must be. */
function conditions(query: ReturnType<typeof terms>, filter: SearchFilter) {
  const { conflict, type, step, source, year } = filter;
  const conditions = [
    sql`search @@ ${query}`,
    sql`(events.article_id, events.event_id) not in (${rejected})`,
    ...(source === undefined ? [] : [sql`article_source = ${source}`]),
    ...(year === undefined ? [] : [withinYear(sql`happened_at`, year)]),
    ...(type === undefined ? [] : [sql`type = ${type}`]),
    ...(step === undefined ? [] : [sql`step = ${step}`]),
    ...(conflict === undefined
      ? []
      : [
          sql`exists (select from derived.articles as told
                      where told.article_id = events.article_id and conflict_id = ${conflict} and told.document ? event_id)`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}
