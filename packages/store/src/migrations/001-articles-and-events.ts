import { type Kysely, sql } from 'kysely';

/**
 * Search covers the first 200,000 characters of a text: a tsvector may hold 1 MB, and a text of nothing but
 * different four-byte words fills it at about 260,000.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table articles (
      id text primary key default uuidv7()::text check (length(id) between 1 and 300),
      ordinal bigint generated always as identity unique,
      title text,
      text text not null,
      source text,
      url text,
      language text,
      published_at timestamptz,
      published_precision text check (published_precision in ('instant', 'date')),
      fingerprint text not null unique,
      state text not null default 'accepted' check (state in ('accepted', 'extracting', 'extracted', 'failed')),
      reason text,
      attempts integer not null default 0,
      received_at timestamptz not null default now(),
      started_at timestamptz,
      finished_at timestamptz,
      search tsvector not null generated always as (
        setweight(to_tsvector('english', coalesce(title, '')), 'A') ||
        setweight(to_tsvector('simple', coalesce(source, '')), 'C') ||
        setweight(to_tsvector('english', left(text, 200000)), 'B')
      ) stored,
      check ((published_at is null) = (published_precision is null)),
      check ((state = 'failed') = (reason is not null))
    )`.execute(db);
  await sql`create index articles_state on articles (state, ordinal desc)`.execute(db);
  await sql`create index articles_search on articles using gin (search)`.execute(db);

  await sql`
    create table extractions (
      id bigint generated always as identity primary key,
      article_id text not null references articles (id) on delete cascade,
      extractor_name text not null,
      extractor_version text not null,
      made_at timestamptz not null default now(),
      warnings jsonb not null,
      is_current boolean not null,
      unique (article_id, extractor_name, extractor_version)
    )`.execute(db);
  await sql`create unique index extractions_current on extractions (article_id) where is_current`.execute(db);

  await sql`
    create table events (
      extraction_id bigint not null references extractions (id) on delete cascade,
      article_id text not null references articles (id) on delete cascade,
      event_id text not null,
      position integer not null,
      type text not null,
      step text,
      reality text not null,
      when_earliest timestamptz,
      when_latest timestamptz,
      effective_at timestamptz,
      document jsonb not null,
      quotes text not null,
      search tsvector not null generated always as (to_tsvector('english', left(quotes, 200000))) stored,
      primary key (extraction_id, event_id)
    )`.execute(db);
  await sql`create index events_article on events (article_id)`.execute(db);
  await sql`create index events_type on events (type, step, when_earliest)`.execute(db);
  await sql`create index events_search on events using gin (search)`.execute(db);

  await sql`create table revision (one boolean primary key default true check (one), value bigint not null)`.execute(
    db,
  );
  await sql`insert into revision (value) values (0)`.execute(db);
}
