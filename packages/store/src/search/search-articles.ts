import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { publishedAt } from '../article-row.ts';
import type { Database } from '../database.ts';
import { counted, countHits, Facets } from './facets.ts';
import { headline, Marked } from './marked.ts';
import { candidates, mostHits, type SearchFilter, type SearchOptions, terms, withinYear } from './terms.ts';

const Hit = z
  .object({
    id: z.string(),
    title: Marked.nullable(),
    source: z.string().nullable(),
    published_at: z.coerce.date().nullable(),
    published_precision: z.enum(['instant', 'date']).nullable(),
    snippet: Marked,
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    source: row.source,
    publishedAt: publishedAt(row.published_at, row.published_precision),
    snippet: row.snippet,
  }));

const Found = z.object({ total: z.number().int(), hits: z.array(Hit), facets: Facets });
/** `total` is at most `mostHits`. */
export type ArticlesFound = z.infer<typeof Found>;

/** Characters of a text in which passages are looked for; what the query found may lie beyond them. */
const readable = 50_000;

/**
 * Articles by full text, best first: over titles, publishers and the first 200,000 characters of the texts. The query
 * is as on the web (`truce -prisoners "holding firm"`); none is an error.
 */
export async function searchArticles(
  db: Kysely<Database>,
  query: string,
  { limit = 20, offset = 0, ...filter }: SearchOptions = {},
): Promise<ArticlesFound> {
  const found = await sql<{ found: unknown }>`
    with terms as (select ${terms(query)} as query),
    hits as materialized (
      select id, ordinal, source, published_at, ts_rank_cd(search, ${terms(query)}) as rank
      from ${matching(query, filter)} order by ${latest} limit ${mostHits}),
    page as (select id, rank from hits order by rank desc, ordinal desc limit ${limit} offset ${offset})
    select jsonb_build_object(
      'total', (select count(*) from hits),
      'hits', (
        select coalesce(jsonb_agg(to_jsonb(shown) - 'rank' - 'ordinal' order by rank desc, ordinal desc), '[]')
        from (
          select articles.id, rank, ordinal, source, published_at, published_precision,
                 ${headline(sql`title`, sql`query`, true)} as title,
                 ${headline(sql`left(text, ${readable})`, sql`query`)} as snippet
          from page join articles using (id), terms) as shown),
      'facets', jsonb_build_object(
        'conflicts', ${counted(sql`
          select conflict_id as value, conflicts.document ->> 'name' as label
          from hits join derived.articles as told on told.article_id = hits.id
          join derived.conflicts as conflicts using (conflict_id)`)},
        'types', ${counted(sql`
          select distinct hits.id, concat_ws(':', type, step) as value, concat_ws(':', type, step) as label
          from hits join extractions on extractions.article_id = hits.id and is_current
          join events on extraction_id = extractions.id`)},
        'sources', ${counted(sql`select source as value, source as label from hits where source is not null`)},
        'years', ${counted(
          sql`select year as value, year as label
              from (select to_char(published_at at time zone 'UTC', 'YYYY') as year from hits) as dated
              where year is not null`,
          'value',
        )})) as found`.execute(db);
  return Found.parse(found.rows[0]?.found);
}

/** How many articles match, at most `mostHits`. */
export function countArticles(
  db: Kysely<Database>,
  query: string,
  filter: SearchFilter = {},
): Promise<number> {
  return countHits(db, matching(query, filter, sql``));
}

/** There is an index in this order: of a common word the latest rows are gone through until there are enough. */
const latest = sql`published_at desc nulls last, ordinal desc`;

/** The articles that match, as what follows `from`; to be counted they need not be put in order. */
function matching(query: string, filter: SearchFilter, order = sql`order by ${latest}`) {
  const wide = candidates(query);
  if (!wide) return sql`articles where ${conditions(terms(query), filter)}`;
  return sql`(
    select * from articles where ${conditions(wide.terms, filter)}
    ${order} limit ${wide.most}) as articles where search @@ ${terms(query)}`;
}

/** What an article must be. */
function conditions(query: ReturnType<typeof terms>, filter: SearchFilter) {
  const { conflict, type, step, source, year } = filter;
  const conditions = [
    sql`search @@ ${query}`,
    ...(source === undefined ? [] : [sql`source = ${source}`]),
    ...(year === undefined ? [] : [withinYear(sql`published_at`, year)]),
    ...(conflict === undefined
      ? []
      : [
          sql`exists (select from derived.articles as told where told.article_id = articles.id and conflict_id = ${conflict})`,
        ]),
    ...(type === undefined
      ? []
      : [
          sql`exists (select from events join extractions on extractions.id = extraction_id and is_current
                      where events.article_id = articles.id and type = ${type} ${step === undefined ? sql`` : sql`and step = ${step}`})`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}
