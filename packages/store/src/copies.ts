import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { publishedAt } from './article-row.ts';
import type { Database } from './database.ts';

export interface NearArticle {
  id: string;
  text: string;
  /** An instant or a bare day. */
  publishedAt: string | undefined;
  /** The article that it is a copy of. */
  copyOf: string | null;
  /** The share of runs of words that both have, estimated from 64 lanes, 0 to 1. */
  shared: number;
}

export interface CopyLink {
  /** The article that was looked at. */
  id: string;
  /** The one that it is like; the ancestor of its group is found from it. */
  other: string;
  /** The looked-at article came out before the other, and becomes the ancestor. */
  isFirst: boolean;
  likeness: number;
}

/** More are not looked at: an often printed text is the copy of its ancestor, whichever of its copies shows it. */
const mostNear = 10;
/** Below it the exact comparison is not worth the reading. */
const leastShared = 0.4;

const Row = z.object({
  id: z.string(),
  text: z.string(),
  published_at: z.date().nullable(),
  published_precision: z.enum(['instant', 'date']).nullable(),
  copy_of: z.string().nullable(),
  shared: z.coerce.number(),
});

export async function near(db: Kysely<Database>, id: string): Promise<NearArticle[]> {
  const found = await sql`
    with mine as (select signature from articles where id = ${id} and length(signature) = 256),
    alike as (
      select a.id, (
        select count(*) from generate_series(0, 63) as lane
        where substr(a.signature, lane * 4 + 1, 4) = substr(mine.signature, lane * 4 + 1, 4)
      ) / 64.0 as shared
      from mine, articles as a
      where length(a.signature) = 256 and signature_bands(a.signature) && signature_bands(mine.signature) and a.id <> ${id}
      limit 500)
    select a.id, a.text, a.published_at, a.published_precision, a.copy_of, alike.shared
    from alike join articles as a using (id)
    where alike.shared >= ${leastShared} order by alike.shared desc, a.ordinal limit ${mostNear}`.execute(db);
  return found.rows.map((row) => {
    const { published_at, published_precision, copy_of, ...rest } = Row.parse(row);
    return { ...rest, publishedAt: publishedAt(published_at, published_precision), copyOf: copy_of };
  });
}

/** Twice has the effect of once; every copy of a group points at its one ancestor. */
export async function linkCopy(
  db: Kysely<Database>,
  { id, other, isFirst, likeness }: CopyLink,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const found = await sql<{ id: string; copy_of: string | null }>`
      select id, copy_of from articles where id in (${id}, ${other}) order by id for update`.execute(
      transaction,
    );
    const row = found.rows.find((each) => each.id === other);
    if (!row || found.rows.length < 2) return;
    const root = row.copy_of ?? other;
    if (root === id) return;
    if (!isFirst) {
      await sql`update articles set copy_of = ${root}, likeness = ${likeness} where id = ${id}`.execute(
        transaction,
      );
      await sql`update articles set copy_of = ${root} where copy_of = ${id}`.execute(transaction);
      return;
    }
    await sql`update articles set copy_of = null, likeness = null where id = ${id}`.execute(transaction);
    await sql`
      update articles set copy_of = ${id}, likeness = coalesce(likeness, ${likeness}::real)
      where (id = ${root} or copy_of = ${root}) and id <> ${id}`.execute(transaction);
  });
}
