import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from './database.ts';

const time = z
  .date()
  .nullable()
  .transform((at) => at?.toISOString() ?? null);

const Row = z
  .object({ received: time, cleaned: time, begun: time, extracted: time, counted: time })
  .describe('When each stage was reached, in UTC; null where it was not yet');
export type Stages = z.infer<typeof Row>;

/** Counted: when the rows of the status were first written from a revision that has its extraction. */
export async function stages(db: Kysely<Database>, id: string): Promise<Stages | null> {
  const found = await sql`
    select coalesce(a.handed_in_at, a.received_at) as received, a.received_at as cleaned, a.started_at as begun,
           case when a.state = 'extracted' then a.finished_at end as extracted,
           case when a.state = 'extracted' then (
             select greatest(r.finished_at, a.finished_at) from derived.rounds as r
             where r.revision >= e.revision order by r.revision limit 1) end as counted
    from articles as a left join extractions as e on e.article_id = a.id and e.is_current
    where a.id = ${id}`.execute(db);
  const [row] = found.rows;
  return row === undefined ? null : Row.parse(row);
}
