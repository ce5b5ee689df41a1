import { publisherKey } from '@trucewatch/schema';
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import type { Queries } from '../database.ts';

const day = z.iso.date().nullable();

/** Which articles a run reads anew, of those that were read. Days are UTC and both count. */
export const Scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('conflict'), conflictId: z.string().min(1).max(300) }),
  z.object({ kind: z.literal('source'), source: z.string().min(1).max(500) }),
  z
    .object({ kind: z.literal('published'), from: day, to: day })
    .refine(({ from, to }) => from !== null || to !== null, 'name a first or a last day')
    .refine(
      ({ from, to }) => from === null || to === null || from <= to,
      'the first day comes after the last',
    ),
]);
export type Scope = z.infer<typeof Scope>;

/** The condition that articles of a scope meet, of a statement that reads `articles` with their current `extractions`. */
export async function within(db: Queries, scope: Scope): Promise<RawBuilder<unknown>> {
  switch (scope.kind) {
    case 'all':
      return sql`true`;
    case 'conflict':
      return sql`exists (select from derived.articles as told
        where told.article_id = articles.id and told.conflict_id = ${scope.conflictId})`;
    case 'source':
      return sql`source = any(${await namesOf(db, scope.source)})`;
    case 'published':
      return sql`published_at is not null
        and (${scope.from}::date is null or published_at >= (${scope.from}::date)::timestamp at time zone 'UTC')
        and (${scope.to}::date is null or published_at < (${scope.to}::date + 1)::timestamp at time zone 'UTC')`;
  }
}

/** Every spelling under which articles name a publisher. */
async function namesOf(db: Queries, source: string): Promise<string[]> {
  const key = publisherKey(source);
  const rows = await db.selectFrom('articles').select('source').distinct().execute();
  return rows.flatMap((row) =>
    row.source === source || (row.source !== null && key !== '' && publisherKey(row.source) === key)
      ? row.source
      : [],
  );
}
