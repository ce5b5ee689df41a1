import { Compliance, FormalStatus } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { publishedAt } from '../article-row.ts';
import type { Database } from '../database.ts';

/** Days before now whose changes of status an overview may show. */
const windowDays = 90;
/** So many of the last changes are read even where they lie before the window. */
const fewest = 60;
/** Of so many of the last changes the sentence is read. */
const quoted = 13;

const Instant = z.coerce.date().transform((at) => at.toISOString());

const Sentence = z
  .object({
    quote: z.string(),
    articleId: z.string(),
    eventId: z.string(),
    source: z.string().nullable(),
    published: z.coerce.date().nullable(),
    precision: z.enum(['instant', 'date']).nullable(),
  })
  .transform(({ published, precision, ...one }) => ({
    ...one,
    publishedAt: publishedAt(published, precision),
  }));

const Row = z.object({
  from: Instant,
  to: Instant.nullable(),
  formal: FormalStatus,
  compliance: Compliance,
  rule: z.string().nullable(),
  /** When the last of the articles that made it arrived. */
  arrived: Instant.nullable(),
  /** The first sentence that made it. */
  sentence: Sentence.nullable(),
});
export type DigestRow = z.infer<typeof Row>;

const Digest = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  parties: z.array(z.string()),
  /** When each of its articles arrived, epoch milliseconds UTC, in order. */
  arrivals: z.array(z.number()),
  publishers: z.coerce.number(),
  /** Latest publication. */
  lastReport: Instant.nullable(),
  rows: z.array(Row),
});
/**
 * What an overview shows of a conflict. `rows` are its last changes of status, oldest first, before them those where the
 * status on either axis began that stood then, and what that took the place of: the first row is the conflict's first
 * only when nothing was before.
 */
export type ConflictDigest = z.infer<typeof Digest>;

/** Of conflicts: differs whenever a row was written, even at one revision by another version of the fold. */
const version = sql<string>`concat(conflicts.revision, '.', conflicts.xmin)`;

/** What there is, without reading it. */
export interface Heads {
  /** Differs whenever rows were brought up to date since. */
  state: string;
  /** By conflict, in the order of ids, a text that differs whenever its rows were written since. */
  versions: Map<string, string>;
}

const Totals = z.object({
  articles: z.coerce.number(),
  publishers: z.coerce.number(),
  events: z.coerce.number(),
});

export async function totals(db: Kysely<Database>): Promise<z.infer<typeof Totals>> {
  const found = await sql`
    select count(*) as articles, count(distinct ${publisher}) as publishers,
           (select count(*) from events join extractions on extractions.id = extraction_id and is_current) as events
    from extractions join articles on articles.id = article_id where is_current`.execute(db);
  return Totals.parse(found.rows[0]);
}

export async function heads(db: Kysely<Database>): Promise<Heads> {
  const found = await sql<{ state: string; conflicts: { id: string; version: string }[] }>`
    select coalesce((select concat(revision, '.', xmin) from derived.state), '') as state,
           coalesce(jsonb_agg(jsonb_build_object('id', conflict_id, 'version', ${version})
                              order by conflict_id collate "C"), '[]') as conflicts
    from derived.conflicts
    where exists (select from derived.intervals as one where one.conflict_id = conflicts.conflict_id)
       or exists (select from derived.ceasefires as one where one.conflict_id = conflicts.conflict_id)`.execute(
    db,
  );
  const [{ state, conflicts } = { state: '', conflicts: [] }] = found.rows;
  return { state, versions: new Map(conflicts.map(({ id, version: at }) => [id, at])) };
}

/** What an overview shows of certain conflicts, those that there are of them, as seen from `now` (ISO instant). */
export async function readDigests(
  db: Kysely<Database>,
  conflictIds: readonly string[],
  now: string,
): Promise<ConflictDigest[]> {
  const found = await sql`
    select conflict_id as id, ${version} as version, document ->> 'name' as name, document -> 'parties' as parties,
           told.*, ${rowsOf(now)} as rows
    from derived.conflicts, lateral (
      select coalesce(jsonb_agg(floor(extract(epoch from received_at) * 1000) order by received_at), '[]') as arrivals,
             count(distinct ${publisher}) as publishers, max(published_at) as "lastReport"
      from derived.articles as own join articles on articles.id = own.article_id
      where own.conflict_id = conflicts.conflict_id) as told
    where conflict_id = any(${conflictIds})`.execute(db);
  return found.rows.map((row) => Digest.parse(row));
}

/** Articles without a publisher count as one together. */
const publisher = sql`lower(btrim(coalesce(source, '')))`;

/** The rows of the conflict in `conflicts`, as a JSON list. */
function rowsOf(now: string) {
  const own = sql`derived.intervals as one where one.conflict_id = conflicts.conflict_id`;
  /** Where the stretch of one value begins in which `head` lies, and the row before it. */
  const stretch = (axis: 'formal' | 'compliance') => {
    const column = sql.ref(`one.${axis}`);
    const before = sql`
      select max(starts_at) from ${own} and starts_at < head.starts_at and ${column} <> head.${sql.ref(axis)}`;
    return sql`
      select (${before}) as starts_at from head
      union
      select (select min(starts_at) from ${own} and starts_at > coalesce((${before}), '-infinity')) from head`;
  };
  return sql`(
    with bound as (
      select least(
        ${now}::timestamptz - make_interval(days => ${windowDays}),
        coalesce((select starts_at from ${own} and starts_at <= ${now}
                  order by starts_at desc offset ${fewest} limit 1), '-infinity')) as at),
    head as (
      select starts_at, formal, compliance from ${own} and starts_at <= (select at from bound)
      order by starts_at desc limit 1),
    wanted as (
      select starts_at from ${own} and starts_at >= coalesce((select starts_at from head), '-infinity')
      union ${stretch('formal')} union ${stretch('compliance')}),
    recent as (
      select starts_at from ${own} and starts_at <= ${now} order by starts_at desc limit ${quoted})
    select coalesce(jsonb_agg(jsonb_build_object(
      'from', starts_at, 'to', ends_at, 'formal', formal, 'compliance', compliance, 'rule', document ->> 'rule',
      'arrived', (
        select max(received_at) from jsonb_array_elements(document -> 'because') as ref
        join articles on id = ref ->> 'articleId'),
      'sentence', case when starts_at in (select starts_at from recent) then ${firstSentence} end)
      order by starts_at), '[]')
    from derived.intervals join wanted using (starts_at) where conflict_id = conflicts.conflict_id)`;
}

/** Of the events behind an interval the first that is still told. */
const firstSentence = sql`(
  select jsonb_build_object(
    'quote', events.document -> 'evidence' -> 0 ->> 'quote', 'articleId', articles.id, 'eventId', event_id,
    'source', source, 'published', published_at, 'precision', published_precision)
  from jsonb_array_elements(intervals.document -> 'because') with ordinality as ref (ref, place)
  join articles on articles.id = ref ->> 'articleId'
  join extractions on extractions.article_id = articles.id and is_current
  join events on extraction_id = extractions.id and event_id = ref ->> 'eventId'
  order by place limit 1)`;
