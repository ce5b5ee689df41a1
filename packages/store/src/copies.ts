import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { publishedAt } from './article-row.ts';
import type { Database } from './database.ts';

export interface NearArticle {
  id: string;
  text: string;
  /** An instant or a bare day. */
  publishedAt: string | undefined;
  source: string | null;
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

/** Articles with a run of words in common that are compared at most. */
const mostCompared = 500;

const Row = z.object({
  id: z.string(),
  text: z.string(),
  ordinal: z.coerce.number(),
  published_at: z.date().nullable(),
  published_precision: z.enum(['instant', 'date']).nullable(),
  source: z.string().nullable(),
  copy_of: z.string().nullable(),
});

/** The articles near each of these, in their order. */
export async function near(db: Kysely<Database>, ids: string[]): Promise<NearArticle[][]> {
  const found = await sql<{ own: string; mine: string; id: string; theirs: string }>`
    select own.id as own, own.signature as mine, other.id, other.signature as theirs
    from (select id, signature, signature_bands(signature) as bands
          from articles where id = any(${ids}) and length(signature) = 256) as own,
    lateral (
      select id, signature from articles as a
      where length(a.signature) = 256 and signature_bands(a.signature) && own.bands and a.id <> own.id
      limit ${mostCompared}) as other`.execute(db);
  const alike = found.rows
    .map(({ own, id, mine, theirs }) => ({ own, id, shared: sharedLanes(mine, theirs) }))
    .filter(({ shared }) => shared >= leastShared);
  const articles = await articlesOf(
    db,
    alike.map(({ id }) => id),
  );
  const byOwn = Map.groupBy(alike, ({ own }) => own);
  return ids.map((own) => {
    const others = (byOwn.get(own) ?? []).flatMap(({ id, shared }) => {
      const article = articles.get(id);
      return article ? [{ ...article, shared }] : [];
    });
    others.sort((one, other) => other.shared - one.shared || one.ordinal - other.ordinal);
    return others
      .slice(0, mostNear)
      .map(({ published_at, published_precision, copy_of, ordinal: _, ...rest }) => ({
        ...rest,
        publishedAt: publishedAt(published_at, published_precision),
        copyOf: copy_of,
      }));
  });
}

/** The share of the 64 lanes, of four digits each, that two signatures have in common. */
function sharedLanes(one: string, other: string): number {
  let same = 0;
  for (let at = 0; at < 256; at += 4) if (one.slice(at, at + 4) === other.slice(at, at + 4)) same++;
  return same / 64;
}

async function articlesOf(db: Kysely<Database>, ids: string[]) {
  if (ids.length === 0) return new Map<string, z.infer<typeof Row>>();
  const found = await sql`
    select id, text, ordinal, published_at, published_precision, source, copy_of
    from articles where id = any(${ids})`.execute(db);
  return new Map(found.rows.map((row) => Row.parse(row)).map((row) => [row.id, row]));
}

/** The article of that headline which a publisher had out last before another of its articles came in; null when there is none. */
export async function sameHeadline(
  db: Kysely<Database>,
  { id, title }: { id: string; title: string },
): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select other.id from articles as own join articles as other on other.source = own.source
    where own.id = ${id} and other.id <> own.id and lower(btrim(other.title)) = lower(${title})
      and other.ordinal < own.ordinal
    order by other.ordinal desc limit 1`.execute(db);
  return found.rows[0]?.id ?? null;
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
