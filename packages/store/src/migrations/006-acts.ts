import { type Kysely, sql } from 'kysely';

/**
 * What people decide, only ever added to. `subjects` are the articles, publishers and conflicts that an act is about;
 * `revision` is that of the database since which it counts. An act can be undone once, by another act.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table acts (
      id text primary key default uuidv7()::text,
      kind text not null,
      subjects text[] not null,
      document jsonb not null,
      author text not null check (author <> ''),
      reason text not null check (btrim(reason) <> ''),
      at timestamptz not null,
      undoes text unique references acts (id),
      revision bigint not null,
      recorded_at timestamptz not null default now(),
      check ((kind = 'undo') = (undoes is not null))
    )`.execute(db);
  // Without a list of entries that wait to be put in: it would be gone through at every look-up.
  await sql`create index acts_subjects on acts using gin (subjects) with (fastupdate = off)`.execute(db);
  await sql`create index acts_revision on acts (revision)`.execute(db);
  await sql`create index acts_at on acts (at desc, id desc)`.execute(db);
  await sql`
    create function refuse_change_of_acts() returns trigger language plpgsql as $$
    begin
      raise exception 'acts are only ever added to: undo one by another';
    end $$`.execute(db);
  await sql`
    create trigger acts_are_append_only before update or delete or truncate on acts
    for each statement execute function refuse_change_of_acts()`.execute(db);
  // What copies of one text are told by, computed by whoever extracts it; null: not yet.
  await sql`alter table articles add column signature text`.execute(db);
}
