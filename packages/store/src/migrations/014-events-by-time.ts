import { type Kysely, sql } from 'kysely';

/**
 * A search of events goes through the latest first, and narrows by year, kind and publisher without asking for each event's
 * article: of an article that was read neither its publisher nor its time changes. `happened_at` is the latest that the
 * event can have happened, else when its article came out.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events add column happened_at timestamptz, add column article_source text`.execute(
    db,
  );
  await sql`
    update events set happened_at = coalesce(when_latest, published_at), article_source = articles.source
    from articles where articles.id = article_id`.execute(db);
  const latest = sql`happened_at desc nulls last, extraction_id desc, event_id desc`;
  await sql`create index events_happened on events (${latest})`.execute(db);
  await sql`drop index events_type`.execute(db);
  await sql`create index events_type on events (type, step, ${latest})`.execute(db);
  // Steps belong to one type: taken for independent they seem a third as frequent as they are, and the index not worth it.
  await sql`create statistics events_kinds (dependencies) on type, step from events`.execute(db);
}
