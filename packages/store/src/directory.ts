import { Ceasefire } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from './database.ts';
import { instantColumn } from './instant-column.ts';

/** Articles on one page of the list of addresses: sitemaps may hold 50,000. */
const pageSize = 10_000;
/** Reports of a ceasefire that are asked when they came out, the latest ones. */
const mostReports = 50;

const CeasefireRow = z
  .object({
    conflict_id: z.string(),
    name: z.string(),
    ceasefire: Ceasefire,
    last_report: instantColumn.nullable(),
  })
  .transform((row) => ({
    conflict: { id: row.conflict_id, name: row.name },
    ceasefire: row.ceasefire,
    /** When its latest report came out, ISO; null when none says. */
    lastReport: row.last_report,
  }));

const ConflictRow = z
  .object({ conflict_id: z.string(), ceasefire_ids: z.array(z.string()) })
  .transform((row) => ({ id: row.conflict_id, ceasefireIds: row.ceasefire_ids }));

const ArticleRow = z
  .object({ id: z.string(), changed_at: instantColumn })
  .transform((row) => ({ id: row.id, changedAt: row.changed_at }));

/** What there is, for lists over everything: sitemaps and the calendar of all conflicts. */
export function directoryQueries(db: Kysely<Database>) {
  return {
    /** The latest ceasefires of all conflicts, latest first. */
    async ceasefires(limit: number): Promise<z.infer<typeof CeasefireRow>[]> {
      const reports = sql.raw(`'$.because[last - ${mostReports - 1} to last].articleId'`);
      const found = await sql`
        select conflict_id, conflicts.document ->> 'name' as name, ceasefires.document as ceasefire,
               (select max(published_at) from articles
                where id in (select jsonb_path_query(ceasefires.document, ${reports}) #>> '{}')) as last_report
        from derived.ceasefires as ceasefires join derived.conflicts as conflicts using (conflict_id)
        order by coalesce(effective_at, announced_at) desc nulls last, ceasefire_id limit ${limit}`.execute(
        db,
      );
      return found.rows.map((row) => CeasefireRow.parse(row));
    },

    /** Names and versions of what found the events that conflicts are made of now. */
    async extractors(): Promise<string[]> {
      const found = await sql<{ extractor: string }>`
        select distinct unnest(extractors) as extractor from derived.conflicts order by extractor`.execute(
        db,
      );
      return found.rows.map(({ extractor }) => extractor);
    },

    /** The ids of all conflicts, each with those of its ceasefires. */
    async conflicts(): Promise<z.infer<typeof ConflictRow>[]> {
      const found = await sql`
        select conflict_id, coalesce(array_agg(ceasefire_id order by position) filter (where ceasefire_id is not null), '{}')
               as ceasefire_ids
        from derived.conflicts left join derived.ceasefires using (conflict_id)
        group by conflict_id order by conflict_id`.execute(db);
      return found.rows.map((row) => ConflictRow.parse(row));
    },

    /** How many pages `articles` has: an article stays on its page, however many come after it. */
    async articlePages(): Promise<number> {
      const found = await sql<{ last: string | null }>`select max(ordinal) as last from articles`.execute(db);
      return Math.ceil(Number(found.rows[0]?.last ?? 0) / pageSize);
    },

    /** The read articles of one page, from 1, in the order of arrival, with when they were last read or came in. */
    async articles(page: number): Promise<z.infer<typeof ArticleRow>[]> {
      const found = await sql`
        select id, coalesce(finished_at, received_at) as changed_at from articles
        where state = 'extracted' and ordinal > ${(page - 1) * pageSize} and ordinal <= ${page * pageSize}
        order by ordinal`.execute(db);
      return found.rows.map((row) => ArticleRow.parse(row));
    },
  };
}
