import type { Act } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { actsAbout } from './acts/read-acts.ts';
import { publishedAt } from './article-row.ts';
import type { Database } from './database.ts';

/** Happenings of a conflict that are counted by source. */
const mostHappenings = 20_000;

const Instant = z.coerce.date().transform((at) => at.toISOString());

const NameRow = z.object({
  /** As articles write it. */
  name: z.string(),
  articles: z.coerce.number(),
  /** When the first and the last of those with a date came out. */
  first: Instant.nullable(),
  last: Instant.nullable(),
});
export type SourceName = z.infer<typeof NameRow>;

const precision = z.enum(['instant', 'date']).nullable();

const LatestRow = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    published_at: z.date().nullable(),
    published_precision: precision,
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    publishedAt: publishedAt(row.published_at, row.published_precision),
  }));

const ConflictRow = z.object({
  id: z.string(),
  name: z.string(),
  articles: z.coerce.number(),
  events: z.coerce.number(),
});

const ToldRow = z.object({
  id: z.string(),
  source: z.string().nullable(),
  published_at: z.date().nullable(),
  published_precision: precision,
  signature: z.string().nullable(),
  events: z.coerce.number(),
});

/** One article that tells of a conflict, with what people decided of it and of its publisher. */
export interface ToldArticle {
  readonly article: {
    readonly id: string;
    readonly source: string | undefined;
    readonly publishedAt: string | undefined;
    readonly signature: string | undefined;
  };
  /** How many events of the conflict it tells. */
  readonly events: number;
  readonly acts: readonly Act[];
}

/** Publishers, and who told what of a conflict. */
export function sourceQueries(db: Kysely<Database>) {
  return {
    /** Every name that articles give as their publisher; one publisher may go by several. */
    async names(): Promise<SourceName[]> {
      const found = await sql`
        select source as name, count(*) as articles, min(published_at) as first, max(published_at) as last
        from articles where source is not null group by source`.execute(db);
      return found.rows.map((row) => NameRow.parse(row));
    },

    /** The latest articles under any of the names, latest first; those without a date last. */
    async latest(names: readonly string[], limit: number): Promise<z.infer<typeof LatestRow>[]> {
      const found = await sql`
        select id, title, published_at, published_precision from articles
        where source = any(${names}) order by published_at desc nulls last, ordinal desc limit ${limit}`.execute(
        db,
      );
      return found.rows.map((row) => LatestRow.parse(row));
    },

    /** The conflicts that articles under any of the names tell of, with how many do; those most told of first. */
    async conflicts(names: readonly string[]): Promise<z.infer<typeof ConflictRow>[]> {
      const found = await sql`
        select conflict_id as id, conflicts.document ->> 'name' as name, count(*) as articles,
               sum(jsonb_array_length(told.document)) as events
        from articles join derived.articles as told on told.article_id = articles.id
        join derived.conflicts as conflicts using (conflict_id)
        where source = any(${names})
        group by conflict_id, conflicts.document ->> 'name'
        order by articles desc, conflict_id collate "C"`.execute(db);
      return found.rows.map((row) => ConflictRow.parse(row));
    },

    /** The articles that tell of a conflict, and of each happening which of them do. */
    async told(conflictId: string): Promise<{ articles: ToldArticle[]; happenings: string[][] }> {
      const [articles, happenings] = await Promise.all([
        sql`
          select articles.id, source, published_at, published_precision, signature,
                 jsonb_array_length(told.document) as events
          from derived.articles as told join articles on articles.id = told.article_id
          where conflict_id = ${conflictId}`.execute(db),
        sql<{ articles: string[] }>`
          select array(select distinct event ->> 'articleId' from jsonb_array_elements(document -> 'events') as event)
                 as articles
          from derived.happenings where conflict_id = ${conflictId}
          order by happening_id limit ${mostHappenings}`.execute(db),
      ]);
      const rows = articles.rows.map((row) => ToldRow.parse(row));
      const acts = await actsAbout(db, rows);
      return {
        articles: rows.map((row) => ({
          article: {
            id: row.id,
            source: row.source ?? undefined,
            publishedAt: publishedAt(row.published_at, row.published_precision),
            signature: row.signature ?? undefined,
          },
          events: row.events,
          acts: acts.get(row.id) ?? [],
        })),
        happenings: happenings.rows.map((row) => row.articles),
      };
    },
  };
}
