import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { deliveryQueries } from './deliveries.ts';
import { notice } from './notice.ts';
import { subscriptionQueries } from './subscriptions.ts';

/** Who is told of changes of status, and each message on its way. */
export function alertQueries(db: Kysely<Database>) {
  return {
    ...subscriptionQueries(db),
    ...deliveryQueries(db),
    /** See `notice`; `now`: an ISO instant. */
    notice: (now: string): Promise<string[]> => notice(db, now),
  };
}
