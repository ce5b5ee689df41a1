import { type Kysely, sql } from 'kysely';

/**
 * Events are found by who and where as well, which their quotes need not name; a publisher by any form of its name.
 * Names are cut at 20,000 characters: with the 200,000 of the quotes that is less than a tsvector may hold.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table events alter column search set expression as (
      setweight(to_tsvector('english', left(
        jsonb_path_query_array(document, '$.actors[*].name')::text || ' ' ||
        jsonb_path_query_array(document, '$.where.name')::text, 20000)), 'A') ||
      setweight(to_tsvector('english', left(quotes, 200000)), 'B')
    )`.execute(db);
  await sql`
    alter table articles alter column search set expression as (
      setweight(to_tsvector('english', coalesce(title, '')), 'A') ||
      setweight(to_tsvector('english', coalesce(source, '')), 'C') ||
      setweight(to_tsvector('english', left(text, 200000)), 'B')
    )`.execute(db);
}
