import { Conflict } from '@trucewatch/schema';
import { sql } from 'kysely';
import type { Queries } from '../database.ts';
import type { DerivedTable } from './derived-rows.ts';

/** A conflict put together from its own row's document and the rows of the other tables, without its events. */
export async function readConflict(db: Queries, conflictId: string, document: object): Promise<Conflict> {
  return Conflict.parse({
    ...document,
    ceasefires: await documents(db, 'ceasefires', conflictId, 'position'),
    intervals: await documents(db, 'intervals', conflictId, 'starts_at'),
    coverage: await documents(db, 'coverage', conflictId, 'day'),
  });
}

/** The documents of a conflict's rows in one table. */
export async function documents(
  db: Queries,
  table: DerivedTable,
  conflictId: string,
  order: string,
): Promise<unknown[]> {
  const rows = await sql<{ document: unknown }>`
    select document from ${sql.table(`derived.${table}`)}
    where conflict_id = ${conflictId} order by ${sql.raw(order)}`.execute(db);
  return rows.rows.map((row) => row.document);
}
