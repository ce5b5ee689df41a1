import { type Kysely, type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../database.ts';
import { mostHits } from './terms.ts';

const Count = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export type FacetCount = z.infer<typeof Count>;

/** Of all hits that were taken, how many have which value; the most frequent first, years the latest first. */
export const Facets = z.object({
  conflicts: z.array(Count),
  /** `ceasefire:violated`, or the type alone where there is no step. */
  types: z.array(Count),
  sources: z.array(Count),
  years: z.array(Count),
});
export type Facets = z.infer<typeof Facets>;

const most = 12;

/** From a statement that gives one `value` and `label` for each hit that has one: its counts as a JSON list. */
export function counted(values: RawBuilder<unknown>, by: 'count' | 'value' = 'count') {
  const order = by === 'count' ? sql`count desc, label` : sql`value desc`;
  return sql`(
    select coalesce(jsonb_agg(to_jsonb(counts) order by ${order}), '[]')
    from (select value, label, count(*)::integer as count from (${values}) as found
          group by value, label order by ${order} limit ${most}) as counts)`;
}

/** How many rows a statement gives, at most `mostHits`. `from`: what follows that word. */
export async function countHits(db: Kysely<Database>, from: RawBuilder<unknown>): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count
    from (select from ${from} limit ${mostHits}) as hits`.execute(db);
  return found.rows[0]?.count ?? 0;
}
