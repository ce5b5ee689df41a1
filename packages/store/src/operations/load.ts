import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../database.ts';
import { instantColumn } from '../instant-column.ts';

/** Seconds that one sample of the queue's length stands for. */
export const sampleEvery = 15;
/** Days for which samples are kept. */
const kept = 7;
/** Points that a chart is given: more cannot be told apart. */
const points = 120;

export interface Depth {
  waiting: number;
  active: number;
  delayed: number;
}

const PointRow = z.object({
  at: instantColumn,
  waiting: z.number().nullable(),
  done: z.coerce.number(),
  failed: z.coerce.number(),
});
/** A stretch of time: the longest that the queue was in it, null when nobody looked, and what came out of it. */
export type LoadPoint = z.infer<typeof PointRow>;

const NowRow = z.object({
  oldest: z.date().nullable(),
  accepted: z.coerce.number(),
  extracting: z.coerce.number(),
  failed: z.coerce.number(),
  set_aside: z.coerce.number(),
  done_lately: z.coerce.number(),
});

export function loadQueries(db: Kysely<Database>) {
  return {
    /** Notes how long the queue is; of several workers that look within one stretch the first one counts. */
    async sample({ waiting, active, delayed }: Depth): Promise<void> {
      await sql`
        insert into queue_samples (at, waiting, active, delayed)
        values (date_bin(make_interval(secs => ${sampleEvery}), now(), timestamptz 'epoch'), ${waiting}, ${active}, ${delayed})
        on conflict (at) do nothing`.execute(db);
      await sql`delete from queue_samples where at < now() - make_interval(days => ${kept})`.execute(db);
    },

    /** How many articles are in which state now, since when the oldest waits, and how many were read in ten minutes. */
    async now() {
      const found = await sql`
        select
          (select min(received_at) from articles where state = 'accepted') as oldest,
          (select count(*) from articles where state = 'accepted') as accepted,
          (select count(*) from articles where state = 'extracting') as extracting,
          (select count(*) from articles where state = 'failed' and set_aside_at is null) as failed,
          (select count(*) from articles where state = 'failed' and set_aside_at is not null) as set_aside,
          (select count(*) from articles where finished_at > now() - interval '10 minutes' and state = 'extracted') as done_lately`.execute(
        db,
      );
      const row = NowRow.parse(found.rows[0]);
      return {
        /** Arrival of the article that has waited longest; null when none waits. */
        oldestWaiting: row.oldest?.toISOString() ?? null,
        accepted: row.accepted,
        extracting: row.extracting,
        failed: row.failed,
        setAside: row.set_aside,
        doneInTenMinutes: row.done_lately,
      };
    },

    /** The last `hours` hours in 120 stretches, oldest first: how long the queue was and what was finished. */
    async history(hours: number): Promise<LoadPoint[]> {
      const step = (hours * 3_600) / points;
      const found = await sql`
        with stretches as (
          select start, start + make_interval(secs => ${step}) as stop
          from generate_series(now() - make_interval(secs => ${step * points}), now() - make_interval(secs => ${step}),
            make_interval(secs => ${step})) as start
        ),
        finished as (
          select width_bucket(extract(epoch from finished_at), extract(epoch from now() - make_interval(secs => ${step * points})),
              extract(epoch from now()), ${points}::int) as place,
            count(*) filter (where state <> 'failed') as done, count(*) filter (where state = 'failed') as failed
          from articles where finished_at > now() - make_interval(secs => ${step * points}) group by place
        )
        select start as at,
          (select max(waiting + active + delayed) from queue_samples where queue_samples.at >= start and queue_samples.at < stop) as waiting,
          coalesce(done, 0) as done, coalesce(failed, 0) as failed
        from (select *, row_number() over (order by start) as place from stretches) as numbered
        left join finished using (place) order by start`.execute(db);
      return z.array(PointRow).parse(found.rows);
    },
  };
}
