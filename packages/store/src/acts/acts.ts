import type { Act } from '@trucewatch/schema';
import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { NewAct } from './act-row.ts';
import { addAct } from './add-act.ts';
import { type ActFilter, actById, listActs } from './read-acts.ts';

/** What people decided of events, happenings, conflicts, articles and publishers; only ever added to. */
export function actQueries(db: Kysely<Database>) {
  return {
    /**
     * Keeps an act. What it is about is read and folded anew by whoever keeps a story up to date. It is in the audit trail.
     * @throws Refusal `unknown_article`; `false_quote` when words do not stand where it says; `unknown_act` and
     * `not_undoable` of an undoing; `unstorable`
     * @throws ZodError for a decision that is none, or without a reason
     */
    add: (act: NewAct): Promise<Act> => addAct(db, act),

    get: (id: string): Promise<Act | null> => actById(db, id),

    /** Newest first, the undone ones and the undoings too. */
    list: (filter: ActFilter = {}): Promise<Act[]> => listActs(db, filter),
  };
}
