import { createHash } from 'node:crypto';
import { AlertNews, Compliance, FormalStatus, StatusAxis, StatusValue } from '@trucewatch/schema';
import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database, Queries } from '../database.ts';
import { axes, judge, type Told } from './judge.ts';
import { type PresentStatus, presentOf } from './present.ts';

const milliseconds = z.date().transform((at) => at.getTime());

const ToldRow = z.object({
  formal: FormalStatus,
  compliance: Compliance,
  known_at: milliseconds,
  delivery_id: z.string().nullable(),
  told_at: z.date().nullable(),
  late_formal: z.string().nullable(),
  late_compliance: z.string().nullable(),
  late_at: milliseconds.nullable(),
});
type ToldRow = z.infer<typeof ToldRow>;

const Subscriber = z.object({
  id: z.string(),
  axis: StatusAxis.nullable(),
  wanted: z.array(StatusValue),
  begun_at: milliseconds,
});

/** News of so many milliseconds before a subscription began is news to it all the same: articles take their time to arrive. */
const headStart = 86_400_000;

/** Conditions for a subscription in `one` that is to be told anything. */
export const isActive = sql`
  not one.is_paused and one.confirmed_at is not null and one.begun_at is not null
  and exists (select from "user" where "user"."id" = one.user_id and "banned" is not true)`;

/** Takes what holds at `now` for known to a subscription, in the place of whatever was. */
export async function begin(db: Queries, subscriptionId: string, now: string): Promise<void> {
  await sql`delete from alert_told where subscription_id = ${subscriptionId}`.execute(db);
  await sql`update alert_subscriptions set begun_at = ${now} where id = ${subscriptionId}`.execute(db);
  await sql`
    insert into alert_told (subscription_id, conflict_id, formal, compliance, known_at)
    select one.id, holds.conflict_id, formal, compliance, ${new Date(Date.parse(now) - headStart).toISOString()}
    from alert_subscriptions as one join derived.intervals as holds on ${isFor} and ${isPresent(now)}
    where one.id = ${subscriptionId}`.execute(db);
}

const isFor = sql`(one.conflict_id is null or one.conflict_id = holds.conflict_id)`;
const isPresent = (now: string) =>
  sql`(holds.starts_at <= ${now} and (holds.ends_at is null or holds.ends_at > ${now}))`;

/**
 * Compares what holds at `now` (an ISO instant) with what each subscription was told last, and puts down a message for
 * each that is to hear of a change. However often it is called, by however many at once, a change is put down once.
 * @returns the ids of the new deliveries
 */
export async function notice(db: Kysely<Database>, now: string): Promise<string[]> {
  const found = await sql<{ id: string; conflict_id: string }>`
    select one.id, holds.conflict_id
    from alert_subscriptions as one join derived.intervals as holds on ${isFor} and ${isPresent(now)}
    left join alert_told as told on told.subscription_id = one.id and told.conflict_id = holds.conflict_id
    where ${isActive} and (
      (told.formal, told.compliance) is distinct from (holds.formal, holds.compliance) or told.late_at is not null)
    order by holds.conflict_id, one.id`.execute(db);
  const ids: string[] = [];
  for (const { id, conflict_id } of found.rows) {
    const delivery = await db.transaction().execute((one) => noticeOne(one, id, conflict_id, now));
    if (delivery !== null) ids.push(delivery);
  }
  return ids;
}

async function noticeOne(db: Queries, id: string, conflictId: string, now: string): Promise<string | null> {
  // One after the other: two workers that notice the same change at once would tell it twice.
  const locked = await sql`
    select id, axis, wanted, begun_at from alert_subscriptions as one where id = ${id} and ${isActive} for update`.execute(
    db,
  );
  if (!locked.rows[0]) return null;
  const { axis, wanted, begun_at } = Subscriber.parse(locked.rows[0]);
  const present = await presentOf(db, conflictId, now);
  if (!present) return null;
  const row = await toldOf(db, id, conflictId);
  const told = knownTo(row, begun_at);
  const at = Date.parse(now);
  const verdict = judge(told, present, { axis, values: wanted }, at);

  if (verdict.is === 'same' || verdict.is === 'held') {
    const isSame = told.late !== null && axes.every((one) => told.late?.[one] === present[one].value);
    if (verdict.is === 'held' && isSame) return null;
    const late =
      verdict.is === 'held' ? [present.formal.value, present.compliance.value, now] : [null, null, null];
    await sql`
      update alert_told set late_formal = ${late[0]}, late_compliance = ${late[1]}, late_at = ${late[2]}
      where subscription_id = ${id} and conflict_id = ${conflictId}`.execute(db);
    return null;
  }
  const isMessage = verdict.is !== 'noted';
  const key = isMessage ? keyOf(id, conflictId, row, present) : (row?.delivery_id ?? null);
  const toldAt = isMessage ? now : (row?.told_at ?? null);
  const knownAt = new Date(verdict.knownAt);
  const { formal, compliance } = present;
  await sql`
    insert into alert_told (subscription_id, conflict_id, formal, compliance, known_at, delivery_id, told_at)
    values (${id}, ${conflictId}, ${formal.value}, ${compliance.value}, ${knownAt}, ${key}, ${toldAt})
    on conflict (subscription_id, conflict_id) do update set
      formal = excluded.formal, compliance = excluded.compliance, known_at = excluded.known_at,
      delivery_id = excluded.delivery_id, told_at = excluded.told_at,
      late_formal = null, late_compliance = null, late_at = null`.execute(db);
  if (!isMessage || key === null) return null;
  const news: AlertNews = {
    at: now,
    conflict: { id: conflictId, name: present.name },
    status: { formal: formal.value, compliance: compliance.value },
    changes: verdict.axes.map((changed) => {
      const { value, since, rule, sentences } = present[changed];
      return {
        axis: changed,
        from: told[changed],
        to: value,
        since: new Date(since).toISOString(),
        rule,
        sentences,
      };
    }),
    corrected:
      verdict.is === 'corrected'
        ? {
            formal: told.formal,
            compliance: told.compliance,
            toldAt: (row?.told_at ?? new Date(now)).toISOString(),
          }
        : null,
  };
  const inserted = await sql<{ id: string }>`
    insert into alert_deliveries (id, subscription_id, kind, document)
    values (${key}, ${id}, ${verdict.is}, ${JSON.stringify(AlertNews.parse(news))})
    on conflict (id) do nothing returning id`.execute(db);
  return inserted.rows[0]?.id ?? null;
}

async function toldOf(db: Queries, id: string, conflictId: string): Promise<ToldRow | null> {
  const found = await sql`
    select formal, compliance, known_at, delivery_id, told_at, late_formal, late_compliance, late_at
    from alert_told where subscription_id = ${id} and conflict_id = ${conflictId}`.execute(db);
  return found.rows[0] ? ToldRow.parse(found.rows[0]) : null;
}

/** Of a conflict that came up after the subscription began nothing was known. */
function knownTo(row: ToldRow | null, begunAt: number): Told {
  if (!row) {
    const knownAt = begunAt - headStart;
    return { formal: 'none', compliance: 'no_reports', knownAt, isTold: false, late: null };
  }
  const { late_formal, late_compliance, late_at } = row;
  return {
    formal: row.formal,
    compliance: row.compliance,
    knownAt: row.known_at,
    isTold: row.delivery_id !== null,
    late:
      late_formal !== null && late_compliance !== null && late_at !== null
        ? { formal: late_formal, compliance: late_compliance, at: late_at }
        : null,
  };
}

/** The id of a message: made of the subscription, the change and the message before it, so that it is sent once. */
function keyOf(
  id: string,
  conflictId: string,
  row: ToldRow | null,
  { formal, compliance }: PresentStatus,
): string {
  const parts = [id, conflictId, row?.delivery_id ?? '', row?.formal ?? '', row?.compliance ?? ''];
  const now = [formal.value, formal.since, compliance.value, compliance.since];
  return createHash('sha256')
    .update(JSON.stringify([...parts, ...now]))
    .digest('hex')
    .slice(0, 32);
}
