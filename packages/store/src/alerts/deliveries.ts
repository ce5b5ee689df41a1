import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { record, type Who } from '../audit.ts';
import type { Database, Queries } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { type Delivery, DeliveryRow } from './delivery-row.ts';
import { isActive } from './notice.ts';
import { type Subscription, SubscriptionRow } from './subscription-row.ts';

/** Seconds after which a delivery whose worker was not heard of again is tried again. */
const lease = 120;

export interface Due {
  delivery: Delivery;
  subscription: Subscription;
  /** The conflict's name for the subscription, where it is for one. */
  conflictName: string | null;
}

const DueRow = z.object({
  delivery: DeliveryRow,
  subscription: SubscriptionRow,
  conflict_name: z.string().nullable(),
});

/** What a delivery may be sent to: what was agreed to and is not paused; to a mailbox first of all the question whether it agrees. */
const maySend = sql`
  (${isActive} or (delivery.kind = 'confirm' and not one.is_paused)
   or (delivery.kind = 'test' and one.confirmed_at is not null))`;

/** Puts down a message that is no news. */
export async function putDown(
  db: Queries,
  subscriptionId: string,
  kind: 'test' | 'confirm',
): Promise<string> {
  const id = randomUUID().replaceAll('-', '');
  await sql`
    insert into alert_deliveries (id, subscription_id, kind) values (${id}, ${subscriptionId}, ${kind})`.execute(
    db,
  );
  return id;
}

export function deliveryQueries(db: Kysely<Database>) {
  return {
    /** The ids of what is to be tried now. */
    async due(): Promise<string[]> {
      const found = await sql<{ id: string }>`
        select delivery.id from alert_deliveries as delivery join alert_subscriptions as one on one.id = subscription_id
        where state in ('waiting', 'failed') and next_at <= now() and ${maySend}
        order by next_at limit 1000`.execute(db);
      return found.rows.map(({ id }) => id);
    },

    /**
     * Begins an attempt, if it is time for one: of several that ask at once one gets it. It comes up again by itself
     * when nobody says how it went.
     */
    async attempt(id: string): Promise<Due | null> {
      const found = await sql`
        update alert_deliveries as delivery
        set attempts = attempts + 1, next_at = now() + make_interval(secs => ${lease})
        from alert_subscriptions as one
        where delivery.id = ${id} and one.id = subscription_id and state in ('waiting', 'failed') and next_at <= now()
          and ${maySend}
        returning to_jsonb(delivery) as delivery, to_jsonb(one) as subscription,
          (select document ->> 'name' from derived.conflicts where conflicts.conflict_id = one.conflict_id)
            as conflict_name`.execute(db);
      if (!found.rows[0]) return null;
      const { delivery, subscription, conflict_name } = DueRow.parse(found.rows[0]);
      return { delivery, subscription, conflictName: conflict_name };
    },

    /** @param code what the receiver answered */
    async sent(id: string, code: number | null): Promise<void> {
      await sql`
        update alert_deliveries set state = 'sent', sent_at = now(), code = ${code}, error = null
        where id = ${id}`.execute(db);
    },

    /** @param wait seconds until it is tried again; null: it is given up */
    async failed(
      id: string,
      { code, error, wait }: { code: number | null; error: string; wait: number | null },
    ): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const found = await sql<{ subscription_id: string }>`
          update alert_deliveries
          set state = ${wait === null ? 'given_up' : 'failed'}, code = ${code}, error = ${error.slice(0, 1_000)},
            next_at = now() + make_interval(secs => ${wait ?? 0})
          where id = ${id} and state in ('waiting', 'failed') returning subscription_id`.execute(transaction);
        const subject = found.rows[0]?.subscription_id;
        if (wait !== null || subject === undefined) return;
        await record(transaction, { who: 'system', act: 'alert.given_up', subject, details: { error } });
      });
    },

    /**
     * Puts down a message that says it is a test.
     * @throws Refusal `alert_unknown` when it is not this person's, or its mailbox has not agreed
     */
    async test(subscriptionId: string, who: Who): Promise<string> {
      return db.transaction().execute(async (transaction) => {
        const found = await sql`
          select from alert_subscriptions
          where id = ${subscriptionId} and user_id = ${who} and confirmed_at is not null`.execute(
          transaction,
        );
        if (found.rows.length === 0) throw unknownAlert();
        await record(transaction, { who, act: 'alert.tested', subject: subscriptionId });
        return putDown(transaction, subscriptionId, 'test');
      });
    },

    /** Forgets what was sent or given up so many days ago. */
    async forget(days: number): Promise<void> {
      await sql`
        delete from alert_deliveries
        where state in ('sent', 'given_up') and created_at < now() - make_interval(days => ${days})`.execute(
        db,
      );
    },
  };
}

export function unknownAlert(): Refusal {
  return new Refusal('alert_unknown', 'There is no such alert any more.');
}
