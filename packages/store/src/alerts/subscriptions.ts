import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import { record, type Who } from '../audit.ts';
import type { Database, Queries } from '../database.ts';
import { newSecret } from '../people/secret.ts';
import { Refusal } from '../refusal.ts';
import { putDown, unknownAlert } from './deliveries.ts';
import type { Delivery } from './delivery-row.ts';
import { idOfToken, isLinkToken, type LinkPurpose } from './link-token.ts';
import { begin } from './notice.ts';
import { ListedRow, type NewSubscription, type Subscription, SubscriptionRow } from './subscription-row.ts';

/** Alerts that one account may have. */
const mostOfOne = 50;
/** Messages of each that are listed, the latest ones. */
const listed = 10;
/** Days within which whoever reads a mailbox can agree. */
const daysToAgree = 3;

export function subscriptionQueries(db: Kysely<Database>) {
  return {
    /**
     * Begins with what holds now; a mailbox is first asked whether it agrees.
     * @returns the webhook's secret, with the id of the question where there is one
     * @throws Refusal `alerts_full`
     */
    async add(given: NewSubscription): Promise<{ id: string; secret: string; deliveryId: string | null }> {
      const { userId, conflictId, axis, values, channel, address, origin } = given;
      const secret =
        channel === 'webhook'
          ? `whsec_${Buffer.from(newSecret(), 'base64url').toString('base64')}`
          : newSecret();
      return db.transaction().execute(async (transaction) => {
        await sql`select from "user" where "id" = ${userId} for update`.execute(transaction);
        const { rows } = await sql<{ count: number }>`
          select count(*)::integer as count from alert_subscriptions where user_id = ${userId}`.execute(
          transaction,
        );
        if ((rows[0]?.count ?? 0) >= mostOfOne)
          throw new Refusal('alerts_full', `You have ${mostOfOne} alerts: delete one first.`);
        const added = await sql<{ id: string; now: Date }>`
          insert into alert_subscriptions (user_id, conflict_id, axis, wanted, channel, address, secret, origin, confirmed_at)
          values (${userId}, ${conflictId}, ${axis}, ${values}, ${channel}, ${address}, ${secret}, ${origin},
            case when ${channel} = 'webhook' then now() end)
          returning id, now() as now`.execute(transaction);
        const { id, now } = z.object({ id: z.string(), now: z.date() }).parse(added.rows[0]);
        await record(transaction, {
          who: userId,
          act: 'alert.added',
          subject: id,
          details: { conflictId, channel, address },
        });
        if (channel === 'email') return { id, secret, deliveryId: await putDown(transaction, id, 'confirm') };
        await begin(transaction, id, now.toISOString());
        return { id, secret, deliveryId: null };
      });
    },

    /** Of one account, latest first, each with its latest messages, latest first. */
    async list(userId: string): Promise<{ subscription: Subscription; deliveries: Delivery[] }[]> {
      const found = await sql`
        select to_jsonb(one) as subscription, (
          select coalesce(jsonb_agg(to_jsonb(each) order by ordinal desc), '[]') from (
            select * from alert_deliveries where subscription_id = one.id order by ordinal desc limit ${listed}
          ) as each) as deliveries
        from alert_subscriptions as one where user_id = ${userId} order by created_at desc, id`.execute(db);
      return found.rows.map((row) => ListedRow.parse(row));
    },

    /**
     * Pauses: what waits is not sent. Or goes on, with what holds then.
     * @throws Refusal `alert_unknown`
     */
    async pause(id: string, isPaused: boolean, who: Who): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const found = await sql<{ agreed: boolean }>`
          update alert_subscriptions set is_paused = ${isPaused} where id = ${id} and user_id = ${who}
          returning confirmed_at is not null as agreed`.execute(transaction);
        const [row] = found.rows;
        if (!row) throw unknownAlert();
        if (isPaused) await giveUp(transaction, id);
        else if (row.agreed) await begin(transaction, id, await clock(transaction));
        await record(transaction, { who, act: isPaused ? 'alert.paused' : 'alert.resumed', subject: id });
      });
    },

    /** Pauses one whose receiver says that it is gone for good. */
    async pauseAsGone(id: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        await sql`update alert_subscriptions set is_paused = true where id = ${id}`.execute(transaction);
        await record(transaction, {
          who: 'system',
          act: 'alert.paused',
          subject: id,
          details: { receiver: 'gone' },
        });
      });
    },

    /** @throws Refusal `alert_unknown` */
    async remove(id: string, who: Who): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const found = await sql<{ address: string }>`
          delete from alert_subscriptions where id = ${id} and user_id = ${who} returning address`.execute(
          transaction,
        );
        if (!found.rows[0]) throw unknownAlert();
        await record(transaction, { who, act: 'alert.removed', subject: id, details: found.rows[0] });
      });
    },

    /** The subscription that a link of a mail is of; null when it is of none any more, or not made by us. */
    byToken: (token: string, purpose: LinkPurpose): Promise<Subscription | null> =>
      byToken(db, token, purpose),

    /**
     * Whoever reads the mailbox agrees. Twice has the effect of once.
     * @throws Refusal `alert_unknown`, also when it is too late
     */
    async confirm(token: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const subscription = await byToken(transaction, token, 'confirm');
        if (!subscription) throw unknownAlert();
        const { id } = subscription;
        const found = await sql`
          update alert_subscriptions set confirmed_at = now() where id = ${id} and confirmed_at is null returning id`.execute(
          transaction,
        );
        if (found.rows.length === 0) return;
        await begin(transaction, id, await clock(transaction));
        await record(transaction, { who: 'mailbox', act: 'alert.confirmed', subject: id });
      });
    },

    /** Whoever reads the mailbox wants no more: the subscription is deleted. Twice has the effect of once. */
    async unsubscribe(token: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const subscription = await byToken(transaction, token, 'unsubscribe');
        if (!subscription) return;
        await sql`delete from alert_subscriptions where id = ${subscription.id}`.execute(transaction);
        await record(transaction, { who: 'mailbox', act: 'alert.unsubscribed', subject: subscription.id });
      });
    },

    /** Takes away mailboxes that have not agreed in time. */
    async forgetUnconfirmed(): Promise<void> {
      await sql`
        delete from alert_subscriptions
        where confirmed_at is null and created_at < now() - make_interval(days => ${daysToAgree})`.execute(
        db,
      );
    },

    /** From which address mail is sent; null when no worker can. */
    async mailFrom(): Promise<string | null> {
      const found = await sql<{ mail_from: string | null }>`select mail_from from settings`.execute(db);
      return found.rows[0]?.mail_from ?? null;
    },

    /** A worker says whether it can send mail. */
    async setMailFrom(address: string | null): Promise<void> {
      await sql`
        update settings set mail_from = ${address} where mail_from is distinct from ${address}`.execute(db);
    },
  };
}

async function byToken(db: Queries, token: string, purpose: LinkPurpose): Promise<Subscription | null> {
  const id = idOfToken(token);
  if (id === null) return null;
  const found = await sql`
    select to_jsonb(one) as subscription from alert_subscriptions as one where id = ${id} and channel = 'email'`.execute(
    db,
  );
  const row = found.rows[0];
  if (!row) return null;
  const { subscription } = z.object({ subscription: SubscriptionRow }).parse(row);
  return isLinkToken(token, subscription, purpose) ? subscription : null;
}

async function giveUp(db: Queries, subscriptionId: string): Promise<void> {
  await sql`
    update alert_deliveries set state = 'given_up', error = 'The alert was paused.'
    where subscription_id = ${subscriptionId} and state in ('waiting', 'failed') and kind <> 'confirm'`.execute(
    db,
  );
}

async function clock(db: Queries): Promise<string> {
  const found = await sql<{ now: Date }>`select now() as now`.execute(db);
  return z.object({ now: z.date() }).parse(found.rows[0]).now.toISOString();
}
