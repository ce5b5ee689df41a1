import type { EventRef } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../database.ts';
import { reportsOf, type StoredReport } from '../extractions.ts';
import { DerivedHappening } from './derived-rows.ts';

const Row = z.object({
  id: z.string(),
  name: z.string(),
  parties: z.array(z.string()),
  happening: DerivedHappening,
});

/** One happening with its conflict and what the articles say that tell of it. */
export interface StoredHappening {
  readonly conflict: { readonly id: string; readonly name: string; readonly parties: string[] };
  readonly happening: DerivedHappening;
  readonly reports: readonly StoredReport[];
}

/** The happening that an event is a report of; null when it belongs to no conflict. Of several conflicts the first by id. */
export async function readHappening(
  db: Kysely<Database>,
  { articleId, eventId }: EventRef,
): Promise<StoredHappening | null> {
  const found = await sql`
    select conflict_id as id, conflicts.document ->> 'name' as name,
           conflicts.document -> 'parties' as parties, happenings.document as happening
    from derived.happenings join derived.conflicts using (conflict_id)
    where happenings.document -> 'events' @> ${JSON.stringify([{ articleId, eventId }])}::jsonb
    order by conflict_id collate "C" limit 1`.execute(db);
  if (!found.rows[0]) return null;
  const { happening, ...conflict } = Row.parse(found.rows[0]);
  const ids = [...new Set(happening.events.map((event) => event.articleId))];
  const reports: StoredReport[] = [];
  for await (const report of reportsOf(db, ids)) reports.push(report);
  return { conflict, happening, reports };
}
