import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      who text not null,
      act text not null,
      subject text,
      details jsonb not null default '{}'
    )`.execute(db);
  await sql`create index audit_subject on audit (subject, id desc)`.execute(db);
  await sql`
    create function refuse_change_of_audit() returns trigger language plpgsql as $$
    begin
      raise exception 'the audit trail is only ever added to';
    end $$`.execute(db);
  await sql`
    create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change_of_audit()`.execute(db);
}
