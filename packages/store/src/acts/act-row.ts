import { Act, Decision, Reason } from '@trucewatch/schema';
import { sql } from 'kysely';
import * as z from 'zod';

/** What is handed in: a decision with who made it and why. */
export const NewAct = z.object({
  decision: Decision,
  author: Act.shape.author,
  reason: Reason,
  /** When it was decided: now by default. */
  at: Act.shape.at.optional(),
});
export type NewAct = z.input<typeof NewAct>;

const ActRow = z
  .object({
    id: z.string(),
    document: z.unknown(),
    author: z.string(),
    reason: z.string(),
    at: z.date(),
    undone_by: z.string().nullable(),
  })
  .transform(({ id, document, author, reason, at, undone_by }) =>
    Act.parse({ id, decision: document, author, reason, at: at.toISOString(), undoneBy: undone_by }),
  );

export const actColumns = sql`acts.id, acts.document, acts.author, acts.reason, acts.at, undoing.id as undone_by`;
export const actsWithUndoing = sql`acts left join acts as undoing on undoing.undoes = acts.id`;

export function actsOf(rows: readonly unknown[]): Act[] {
  return rows.map((row) => ActRow.parse(row));
}
