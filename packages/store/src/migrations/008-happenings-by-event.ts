import { type Kysely, sql } from 'kysely';

/**
 * The page of an event asks which happening it is a report of, without reading all of its conflict's; a search goes
 * through the latest articles first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index happenings_events on derived.happenings
    using gin ((document -> 'events') jsonb_path_ops)`.execute(db);
  await sql`
    create index articles_published on articles (published_at desc nulls last, ordinal desc)`.execute(db);
}
