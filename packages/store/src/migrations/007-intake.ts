import { type Kysely, sql } from 'kysely';

/**
 * What comes in, on its way to articles. An intake is one thing handed in (an address, a file, an item of a feed), its items are
 * what was found in it: nothing is dropped without a row that says why. `content` is what was handed in, kept until articles
 * have been made of it.
 *
 * `articles.origin` is what a publisher knows an article by: another text under it is a new version. `copy_of` is the ancestor
 * of a text that hardly differs. Copies are looked for by 16 bands of the signature's lanes: of two texts that share 0.6 of
 * their runs of words nine in ten meet in a band, of those that share 0.1 one in five hundred.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feeds (
      id text primary key default uuidv7()::text,
      address text not null unique,
      title text,
      is_paused boolean not null default false,
      every_seconds integer not null check (every_seconds between 60 and 604800),
      etag text,
      last_modified text,
      added_by text not null,
      added_at timestamptz not null default now(),
      tried_at timestamptz,
      succeeded_at timestamptz,
      new_at timestamptz,
      error text,
      failures integer not null default 0,
      next_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index feeds_next on feeds (next_at) where not is_paused`.execute(db);

  await sql`
    create table intakes (
      id text primary key default uuidv7()::text,
      ordinal bigint generated always as identity unique,
      came_by text not null check (came_by in ('address', 'file', 'feed', 'command_line')),
      name text not null,
      who text not null,
      feed_id text references feeds (id) on delete set null,
      content bytea,
      given jsonb not null default '{}',
      state text not null default 'received'
        check (state in ('received', 'reading', 'checked', 'confirmed', 'taking', 'done', 'refused', 'dropped')),
      reason text,
      wants_confirmation boolean not null,
      attempts integer not null default 0,
      received_at timestamptz not null default now(),
      started_at timestamptz,
      cleaned_at timestamptz,
      finished_at timestamptz,
      found integer not null default 0,
      accepted integer not null default 0,
      duplicates integer not null default 0,
      refused integer not null default 0,
      check ((state = 'refused') = (reason is not null))
    )`.execute(db);
  await sql`create index intakes_open on intakes (received_at) where state in ('received', 'reading', 'confirmed', 'taking')`.execute(
    db,
  );
  await sql`
    create table intake_items (
      intake_id text not null references intakes (id) on delete cascade,
      position integer not null,
      place text not null,
      verdict text not null check (verdict in ('ready', 'accepted', 'duplicate', 'refused', 'withdrawn')),
      title text,
      excerpt text,
      reason text,
      article_id text references articles (id) on delete set null,
      document jsonb,
      primary key (intake_id, position),
      check ((verdict = 'refused') = (reason is not null))
    )`.execute(db);
  await sql`create index intake_items_verdict on intake_items (intake_id, verdict, position)`.execute(db);
  await sql`
    create table feed_items (
      feed_id text not null references feeds (id) on delete cascade,
      key_hash text not null,
      seen_at timestamptz not null default now(),
      primary key (feed_id, key_hash)
    )`.execute(db);
  await sql`create index feed_items_seen on feed_items (feed_id, seen_at)`.execute(db);

  await sql`
    alter table articles
      add column came_by text not null default 'paste'
        check (came_by in ('paste', 'address', 'file', 'feed', 'command_line', 'api')),
      add column submitted_by text,
      add column byline text,
      add column origin text,
      add column intake_id text references intakes (id) on delete set null,
      add column handed_in_at timestamptz,
      add column copy_of text references articles (id) on delete set null,
      add column likeness real,
      drop constraint articles_state_check,
      drop constraint articles_check1,
      add constraint articles_state_check check (state in ('accepted', 'extracting', 'extracted', 'failed', 'unread')),
      add constraint articles_reason_check check ((state in ('failed', 'unread')) = (reason is not null)),
      add constraint articles_copy_check check (copy_of <> id)`.execute(db);
  await sql`create index articles_origin on articles (origin, ordinal desc) where origin is not null`.execute(
    db,
  );
  await sql`create index articles_intake on articles (intake_id) where intake_id is not null`.execute(db);
  await sql`create index articles_copies on articles (copy_of) where copy_of is not null`.execute(db);
  await sql`
    create function signature_bands(signature text) returns text[] language sql immutable strict parallel safe as $$
      select array_agg(band || ':' || substr(signature, band * 16 + 1, 16)) from generate_series(0, 15) as band
    $$`.execute(db);
  await sql`
    create index articles_bands on articles using gin (signature_bands(signature))
    where length(signature) = 256`.execute(db);

  // When what was extracted up to a revision began to count in the status.
  await sql`
    create table derived.rounds (
      revision bigint primary key,
      finished_at timestamptz not null default now()
    )`.execute(db);
}
