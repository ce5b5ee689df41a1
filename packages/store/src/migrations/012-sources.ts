import { type Kysely, sql } from 'kysely';

/** Publishers are counted, and their latest articles found, without reading every article. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index articles_source on articles (source, published_at desc) where source is not null`.execute(
    db,
  );
}
