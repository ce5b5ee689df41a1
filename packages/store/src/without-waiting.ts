import { sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';

/**
 * Lets this transaction commit without waiting for the disk. For what is made again by itself when the machine dies in
 * the fraction of a second before it is written: extractions (the sweep finds articles without one) and derived rows
 * (made anew from the extractions). Never for what somebody was told is kept.
 */
export async function withoutWaiting(transaction: Transaction<Database>): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(transaction);
}
