import { type Kysely, sql } from 'kysely';

/**
 * Runs that read articles anew with another version of the extractor. What was found is kept with the run, as a candidate beside
 * the extractions, until somebody accepts it; `base` is the extraction that it was compared with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reextractions (
      id text primary key default uuidv7()::text,
      ordinal bigint generated always as identity unique,
      scope jsonb not null,
      author text not null,
      state text not null default 'running' check (state in ('running', 'stopped', 'done', 'accepted', 'refused')),
      extractors text[] not null default '{}',
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      told_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table reextracted_articles (
      run_id text not null references reextractions (id) on delete cascade,
      article_id text not null references articles (id) on delete cascade,
      ordinal bigint not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'equal', 'differs', 'failed', 'accepting', 'accepted', 'refused')),
      attempts integer not null default 0,
      reason text,
      base text,
      read_before text,
      read_now text,
      candidate jsonb,
      differences jsonb,
      tally jsonb,
      primary key (run_id, article_id),
      check ((candidate is not null) = (state in ('differs', 'accepting'))),
      check ((reason is not null) = (state = 'failed'))
    )`.execute(db);
  await sql`create index reextracted_articles_state on reextracted_articles (run_id, state, ordinal)`.execute(
    db,
  );
  await sql`create index reextracted_articles_article on reextracted_articles (article_id)`.execute(db);
}
