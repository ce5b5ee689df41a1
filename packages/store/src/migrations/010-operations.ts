import { type Kysely, sql } from 'kysely';

/**
 * What operators watch: workers that are alive, how long the queue was, and failures by what is alike in them.
 * `reason_group` is the reason without what differs from one article to the next: numbers, quoted words, addresses.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workers (
      id text primary key,
      host text not null,
      pid integer not null,
      backend text not null,
      concurrency integer not null,
      version text not null,
      started_at timestamptz not null,
      seen_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table queue_samples (
      at timestamptz primary key,
      waiting integer not null,
      active integer not null,
      delayed integer not null
    )`.execute(db);
  await sql`alter table articles add column set_aside_at timestamptz`.execute(db);
  await sql`
    alter table articles add column reason_group text generated always as (
      left(regexp_replace(regexp_replace(regexp_replace(left(reason, 2000),
        'https?://[^[:space:]]+', '…', 'g'),
        '"[^"]*"|''[^'']*''|“[^”]*”', '…', 'g'),
        '[0-9][0-9.,:]*', '…', 'g'), 300)
    ) stored`.execute(db);
  await sql`create index articles_failed on articles (reason_group, ordinal desc) where state = 'failed'`.execute(
    db,
  );
  await sql`create index articles_finished on articles (finished_at) where finished_at is not null`.execute(
    db,
  );
  await sql`create index articles_waiting on articles (received_at) where state = 'accepted'`.execute(db);
}
