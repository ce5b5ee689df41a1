import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { record, type Who } from '../audit.ts';
import { notify } from '../changes.ts';
import type { Database } from '../database.ts';
import { instantColumn } from '../instant-column.ts';
import { Refusal } from '../refusal.ts';

const absent = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);

const FeedRow = z
  .object({
    id: z.string(),
    address: z.string(),
    title: absent,
    is_paused: z.boolean(),
    every_seconds: z.int(),
    etag: absent,
    last_modified: absent,
    added_by: z.string(),
    added_at: instantColumn,
    tried_at: instantColumn.nullable(),
    succeeded_at: instantColumn.nullable(),
    new_at: instantColumn.nullable(),
    error: z.string().nullable(),
    failures: z.int(),
    next_at: instantColumn,
    days: z.array(z.coerce.number()).optional(),
  })
  .transform((row) => ({
    id: row.id,
    address: row.address,
    title: row.title,
    isPaused: row.is_paused,
    /** Seconds between two looks while all is well. */
    everySeconds: row.every_seconds,
    etag: row.etag,
    lastModified: row.last_modified,
    addedBy: row.added_by,
    addedAt: row.added_at,
    triedAt: row.tried_at,
    succeededAt: row.succeeded_at,
    /** When it last had an item that was not known. */
    newAt: row.new_at,
    /** Why it could not be read the last time; null when it could. */
    error: row.error,
    /** Failures in a row. */
    failures: row.failures,
    nextAt: row.next_at,
    /** New items on each of the last seven days in UTC, the last being today; where asked for. */
    newItems: row.days ?? [],
  }));
export type Feed = z.infer<typeof FeedRow>;

export interface FeedSuccess {
  title?: string | undefined;
  etag?: string | undefined;
  lastModified?: string | undefined;
  /** Where it has moved to for good. */
  movedTo?: string | undefined;
  /** Whether it had items that were not known. */
  hasNew: boolean;
  /** Seconds until it is looked at again. */
  wait: number;
}

const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** The feeds that are read on a schedule, and how each does. */
export function feedQueries(db: Kysely<Database>) {
  async function one(id: string): Promise<Feed | null> {
    const found = await sql`select * from feeds where id = ${id}`.execute(db);
    return found.rows[0] === undefined ? null : FeedRow.parse(found.rows[0]);
  }

  return {
    /** @throws Refusal `feed_known` when it is in the list already */
    async add(
      { address, everySeconds }: { address: string; everySeconds: number },
      who: Who,
    ): Promise<string> {
      return db.transaction().execute(async (transaction) => {
        const found = await sql<{ id: string }>`
          insert into feeds (address, every_seconds, added_by) values (${address}, ${everySeconds}, ${who})
          on conflict (address) do nothing returning id`.execute(transaction);
        const id = found.rows[0]?.id;
        if (id === undefined) throw new Refusal('feed_known', 'This feed is in the list already.');
        await record(transaction, { who, act: 'feed.added', subject: id, details: { address } });
        await notify(transaction, { kind: 'feed', feedId: id });
        return id;
      });
    },

    get: one,

    /** All, with what they brought on each of the last seven days. */
    async list(): Promise<Feed[]> {
      const found = await sql`
        select f.*, (
          select array_agg(coalesce(n.count, 0) order by d.day)
          from generate_series((now() at time zone 'UTC')::date - 6, (now() at time zone 'UTC')::date, interval '1 day') as d (day)
          left join (
            select (seen_at at time zone 'UTC')::date as day, count(*) from feed_items
            where feed_id = f.id and seen_at > now() - interval '8 days' group by 1) as n on n.day = d.day::date
        ) as days
        from feeds as f order by coalesce(f.title, f.address), f.id`.execute(db);
      return found.rows.map((row) => FeedRow.parse(row));
    },

    /** Ids of those whose time has come. */
    async due(): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select id from feeds where not is_paused and next_at <= now() order by next_at limit 500`.execute(db);
      return found.rows.map(({ id }) => id);
    },

    /** Pauses it, or goes on at once. */
    async pause(id: string, isPaused: boolean, who: Who): Promise<void> {
      await sql`update feeds set is_paused = ${isPaused}, next_at = now(), failures = 0 where id = ${id}`.execute(
        db,
      );
      await record(db, { who, act: isPaused ? 'feed.paused' : 'feed.resumed', subject: id });
      await notify(db, { kind: 'feed', feedId: id });
    },

    /** Looks at it as soon as a worker has time. */
    async hurry(id: string): Promise<void> {
      await sql`update feeds set next_at = now() where id = ${id} and not is_paused`.execute(db);
    },

    /** Takes it off the list; its articles stay. */
    async remove(id: string, who: Who): Promise<void> {
      const found = await sql<{
        address: string;
      }>`delete from feeds where id = ${id} returning address`.execute(db);
      if (found.rows[0]) await record(db, { who, act: 'feed.removed', subject: id, details: found.rows[0] });
      await notify(db, { kind: 'feed', feedId: id });
    },

    /** Which of these keys the feed has not had before. */
    async unseen(id: string, keys: string[]): Promise<Set<string>> {
      const hashes = new Map(keys.map((key) => [keyHash(key), key]));
      const found = await sql<{ key_hash: string }>`
        select key_hash from feed_items where feed_id = ${id} and key_hash = any(${[...hashes.keys()]})`.execute(
        db,
      );
      for (const row of found.rows) hashes.delete(row.key_hash);
      return new Set(hashes.values());
    },

    /** Remembers an item, so that it is handed in once. */
    async see(id: string, key: string): Promise<void> {
      await sql`insert into feed_items (feed_id, key_hash) values (${id}, ${keyHash(key)}) on conflict do nothing`.execute(
        db,
      );
    },

    async succeeded(
      id: string,
      { title, etag, lastModified, movedTo, hasNew, wait }: FeedSuccess,
    ): Promise<void> {
      await sql`
        update feeds set title = coalesce(${title ?? null}, title), etag = ${etag ?? null}, last_modified = ${lastModified ?? null},
          tried_at = now(), succeeded_at = now(), new_at = case when ${hasNew} then now() else new_at end,
          error = null, failures = 0, next_at = now() + make_interval(secs => ${wait}),
          address = case when ${movedTo ?? null}::text is null or exists (select from feeds where address = ${movedTo ?? null})
            then address else ${movedTo ?? null} end
        where id = ${id}`.execute(db);
      await notify(db, { kind: 'feed', feedId: id });
    },

    /** @param wait seconds until it is tried again */
    async failed(id: string, error: string, wait: number): Promise<void> {
      await sql`
        update feeds set tried_at = now(), error = ${error}, failures = failures + 1, next_at = now() + make_interval(secs => ${wait})
        where id = ${id}`.execute(db);
      await notify(db, { kind: 'feed', feedId: id });
    },
  };
}
