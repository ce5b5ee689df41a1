import { type Kysely, sql } from 'kysely';

/**
 * Tokens for programs: only the SHA-256 is kept. An answer to a request that carried an idempotency key is kept
 * with the hash of what was asked. `settings` is one row of what administrators have set.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table api_tokens (
      id text primary key default uuidv7()::text,
      token_hash text not null unique,
      name text not null check (length(name) between 1 and 100),
      user_id text not null references "user" ("id") on delete cascade,
      scopes text[] not null check (cardinality(scopes) > 0),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db);
  await sql`create index api_tokens_user on api_tokens (user_id, created_at desc)`.execute(db);
  await sql`
    create table idempotency_keys (
      token_id text not null references api_tokens (id) on delete cascade,
      key text not null check (length(key) between 1 and 200),
      request_hash text not null,
      asked_at timestamptz not null default now(),
      answer jsonb,
      primary key (token_id, key)
    )`.execute(db);
  await sql`create index idempotency_keys_asked on idempotency_keys (asked_at)`.execute(db);
  await sql`
    create table settings (
      one boolean primary key default true check (one),
      anonymous_reading boolean not null default true
    )`.execute(db);
  await sql`insert into settings default values`.execute(db);
  await sql`alter table invitations add column revoked_at timestamptz`.execute(db);
  await sql`create index audit_who on audit (who, id desc)`.execute(db);
  await sql`create index audit_act on audit (act, id desc)`.execute(db);
}
