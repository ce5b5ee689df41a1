import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../database.ts';

/** Seconds between two signs of life of a worker. */
export const beatEvery = 10;
/** Seconds without one after which a worker counts as gone: a garbage collection or a busy disk is no death. */
const goneAfter = 45;
/** Hours for which a worker that went without a word is shown. */
const goneShown = 24;

export interface Beat {
  id: string;
  host: string;
  pid: number;
  /** Where its queue is: `Redis` or `PostgreSQL`. */
  backend: string;
  /** Articles that it works on at the same time. */
  concurrency: number;
  /** Version of its extractor. */
  version: string;
  /** ISO instant. */
  startedAt: string;
}

const WorkerRow = z
  .object({
    id: z.string(),
    host: z.string(),
    pid: z.int(),
    backend: z.string(),
    concurrency: z.int(),
    version: z.string(),
    started_at: z.date(),
    seen_at: z.date(),
    is_gone: z.boolean(),
  })
  .transform(({ started_at, seen_at, is_gone, ...row }) => ({
    ...row,
    startedAt: started_at.toISOString(),
    seenAt: seen_at.toISOString(),
    /** It has not been heard of for 45 seconds and did not take leave. */
    isGone: is_gone,
  }));
export type WorkerSeen = z.infer<typeof WorkerRow>;

export function workerQueries(db: Kysely<Database>) {
  return {
    /** A worker's sign of life, every ten seconds. */
    async beat({ id, host, pid, backend, concurrency, version, startedAt }: Beat): Promise<void> {
      await sql`
        insert into workers (id, host, pid, backend, concurrency, version, started_at)
        values (${id}, ${host}, ${pid}, ${backend}, ${concurrency}, ${version}, ${startedAt})
        on conflict (id) do update set seen_at = now()`.execute(db);
    },

    /** A worker stops as it should. */
    async leave(id: string): Promise<void> {
      await sql`delete from workers where id = ${id}`.execute(db);
    },

    /** Workers that are alive, and those that went without a word within a day; the latest heard of first. */
    async seen(): Promise<WorkerSeen[]> {
      const found = await sql`
        select workers.*, seen_at < now() - make_interval(secs => ${goneAfter}) as is_gone
        from workers where seen_at > now() - make_interval(hours => ${goneShown})
        order by is_gone, seen_at desc`.execute(db);
      return z.array(WorkerRow).parse(found.rows);
    },
  };
}
