import { type Kysely, sql } from 'kysely';

/**
 * Who is told of changes of status, what was told last, and each message on its way. `alert_told` is what a subscription
 * knows of a conflict: `known_at` is up to when what made it was known, `late_*` a status that late news made of it and
 * that is not told before it has stood for a while. `secret` signs: it must be readable to be used.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alert_subscriptions (
      id text primary key default uuidv7()::text,
      user_id text not null references "user" ("id") on delete cascade,
      conflict_id text,
      axis text check (axis in ('formal', 'compliance')),
      wanted text[] not null default '{}',
      channel text not null check (channel in ('webhook', 'email')),
      address text not null check (length(address) between 1 and 2000),
      secret text not null,
      origin text not null,
      is_paused boolean not null default false,
      created_at timestamptz not null default now(),
      confirmed_at timestamptz,
      begun_at timestamptz
    )`.execute(db);
  await sql`create index alert_subscriptions_user on alert_subscriptions (user_id, created_at desc)`.execute(
    db,
  );
  await sql`
    create table alert_deliveries (
      id text primary key,
      ordinal bigint generated always as identity unique,
      subscription_id text not null references alert_subscriptions (id) on delete cascade,
      kind text not null check (kind in ('changed', 'corrected', 'test', 'confirm')),
      document jsonb,
      state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'given_up')),
      attempts integer not null default 0,
      created_at timestamptz not null default now(),
      next_at timestamptz not null default now(),
      sent_at timestamptz,
      code integer,
      error text,
      check ((document is null) = (kind in ('test', 'confirm')))
    )`.execute(db);
  await sql`
    create index alert_deliveries_due on alert_deliveries (next_at) where state in ('waiting', 'failed')`.execute(
    db,
  );
  await sql`
    create index alert_deliveries_subscription on alert_deliveries (subscription_id, ordinal desc)`.execute(
    db,
  );
  await sql`
    create table alert_told (
      subscription_id text not null references alert_subscriptions (id) on delete cascade,
      conflict_id text not null,
      formal text not null,
      compliance text not null,
      known_at timestamptz not null,
      delivery_id text,
      told_at timestamptz,
      late_formal text,
      late_compliance text,
      late_at timestamptz,
      primary key (subscription_id, conflict_id)
    )`.execute(db);
  // The stretches that hold now are few among all that ever did.
  await sql`create index intervals_ends on derived.intervals (ends_at)`.execute(db);
  await sql`alter table settings add column mail_from text`.execute(db);
}
