import { type Kysely, sql } from 'kysely';

/**
 * The schema `derived` holds what is made from the events and can be thrown away whole: `trucewatch replay` makes it
 * anew. Each row says what it was made from (`made_from`: a hash of the events and the versions that found them) and
 * when it last changed (`revision`). `extractions.revision` says since when an extraction is the current one, so that
 * a reader asks for what is new only.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table extractions add column revision bigint not null default 0`.execute(db);
  await sql`create index extractions_revision on extractions (revision) where is_current`.execute(db);

  await sql`create schema derived`.execute(db);
  await sql`
    create table derived.state (
      one boolean primary key default true check (one),
      revision bigint not null,
      made_by text not null
    )`.execute(db);
  await sql`
    create table derived.conflicts (
      conflict_id text primary key,
      made_by text not null,
      made_from text not null,
      extractors text[] not null,
      revision bigint not null,
      digest text not null,
      document jsonb not null
    )`.execute(db);
  await sql`
    create table derived.articles (
      conflict_id text not null references derived.conflicts on delete cascade,
      article_id text not null,
      made_from text not null,
      revision bigint not null,
      digest text not null,
      document jsonb not null,
      primary key (conflict_id, article_id)
    )`.execute(db);
  await sql`create index articles_article on derived.articles (article_id)`.execute(db);
  await sql`
    create table derived.ceasefires (
      conflict_id text not null references derived.conflicts on delete cascade,
      ceasefire_id text not null,
      position integer not null,
      outcome text not null,
      announced_at timestamptz,
      effective_at timestamptz,
      ended_at timestamptz,
      made_from text not null,
      revision bigint not null,
      digest text not null,
      document jsonb not null,
      primary key (conflict_id, ceasefire_id)
    )`.execute(db);
  await sql`
    create table derived.intervals (
      conflict_id text not null references derived.conflicts on delete cascade,
      starts_at timestamptz not null,
      ends_at timestamptz,
      formal text not null,
      compliance text not null,
      ceasefire_id text,
      made_from text not null,
      revision bigint not null,
      digest text not null,
      document jsonb not null,
      primary key (conflict_id, starts_at),
      check (ends_at > starts_at)
    )`.execute(db);
  await sql`
    create table derived.coverage (
      conflict_id text not null references derived.conflicts on delete cascade,
      day date not null,
      made_from text not null,
      revision bigint not null,
      digest text not null,
      document jsonb not null,
      primary key (conflict_id, day)
    )`.execute(db);
  await sql`
    create table derived.happenings (
      conflict_id text not null references derived.conflicts on delete cascade,
      happening_id text not null,
      type text not null,
      step text,
      kind text not null,
      reports integer not null,
      made_from text not null,
      revision bigint not null,
      digest text not null,
      document jsonb not null,
      primary key (conflict_id, happening_id)
    )`.execute(db);
}
