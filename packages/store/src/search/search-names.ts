import { type Kysely, sql } from 'kysely';
import * as z from 'zod';
import type { Database } from '../database.ts';
import { mostHits, terms } from './terms.ts';

const Name = z.object({ kind: z.enum(['actor', 'place']), name: z.string(), events: z.coerce.number() });
const NamedConflict = z.object({ id: z.string(), name: z.string(), parties: z.array(z.string()) });

export interface NamesFound {
  conflicts: z.infer<typeof NamedConflict>[];
  /** With the events that name it, of the first `mostHits` that match; the spellings of one identity are one. */
  actors: z.infer<typeof Name>[];
  places: z.infer<typeof Name>[];
}

/** Conflicts, actors and places whose names hold the words of the query, those of most events first. */
export async function searchNames(
  db: Kysely<Database>,
  query: string,
  { limit = 8 } = {},
): Promise<NamesFound> {
  const [conflicts, names] = await Promise.all([
    sql`
      select conflict_id as id, document ->> 'name' as name, document -> 'parties' as parties
      from derived.conflicts, ${terms(query)} as query
      where to_tsvector('english', concat(document ->> 'name', ' ', document ->> 'parties')) @@ query
      order by name limit ${limit}`.execute(db),
    sql`
      with hits as (
        select extraction_id, event_id, document
        from events join extractions on extractions.id = extraction_id and is_current
        where search @@ ${terms(query)} limit ${mostHits}),
      named as (
        select 'actor' as kind, actor ->> 'id' as id, actor ->> 'name' as name, extraction_id, event_id
        from hits, jsonb_array_elements(document -> 'actors') as actor
        union all
        select 'place', document -> 'where' ->> 'id', document -> 'where' ->> 'name', extraction_id, event_id
        from hits where document -> 'where' ->> 'name' is not null),
      -- Once a name: the words of a name take longer to find than the name itself.
      meant as materialized (
        select name from (select distinct name from named) as names
        where to_tsvector('english', name) @@ ${terms(query)}),
      counted as (
        select kind, mode() within group (order by name) as name, count(distinct (extraction_id, event_id)) as events
        from named join meant using (name) group by kind, coalesce(id, lower(name)))
      select kind, name, events
      from (select *, row_number() over (partition by kind order by events desc, name) as place from counted) as ranked
      where place <= ${limit} order by kind, place`.execute(db),
  ]);
  const all = z.array(Name).parse(names.rows);
  return {
    conflicts: z.array(NamedConflict).parse(conflicts.rows),
    actors: all.filter(({ kind }) => kind === 'actor'),
    places: all.filter(({ kind }) => kind === 'place'),
  };
}
