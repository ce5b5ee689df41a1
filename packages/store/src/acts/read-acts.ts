import { type Act, publisherKey, subjectOf } from '@trucewatch/schema';
import { sql } from 'kysely';
import type { Queries } from '../database.ts';
import { actColumns, actsOf, actsWithUndoing } from './act-row.ts';

/** Kinds that concern several articles at once, or none. */
const wide = ['join', 'split', 'name_conflict', 'merge_conflict'];

export async function actById(db: Queries, id: string): Promise<Act | null> {
  const found = await sql`select ${actColumns} from ${actsWithUndoing} where acts.id = ${id}`.execute(db);
  return actsOf(found.rows)[0] ?? null;
}

export interface ActFilter {
  /** Only acts about it: `subjectOf.article(id)`, `.publisher(name)` or `.conflict(id)`. */
  subject?: string;
  author?: string;
  kind?: string;
  /** At most so many, newest first; 50 by default. */
  limit?: number;
  /** How many of the newest to pass over. */
  offset?: number;
}

/** Newest first, the undone ones and the undoings too. */
export async function listActs(
  db: Queries,
  { subject, author, kind, limit = 50, offset = 0 }: ActFilter,
): Promise<Act[]> {
  const found = await sql`
    select ${actColumns} from ${actsWithUndoing}
    where (${subject ?? null}::text is null or acts.subjects @> array[${subject ?? null}::text])
      and (${author ?? null}::text is null or acts.author = ${author ?? null})
      and (${kind ?? null}::text is null or acts.kind = ${kind ?? null})
    order by acts.at desc, acts.id desc limit ${limit} offset ${offset}`.execute(db);
  return actsOf(found.rows);
}

/** For each of the articles, the acts that count about it and about its publisher. */
export async function actsAbout(
  db: Queries,
  articles: readonly { id: string; source: string | null }[],
): Promise<Map<string, Act[]>> {
  const keys = new Map(
    articles.map(({ id, source }) => [
      id,
      [
        subjectOf.article(id),
        ...(source && publisherKey(source) !== '' ? [subjectOf.publisher(source)] : []),
      ],
    ]),
  );
  const all = [...new Set([...keys.values()].flat())];
  // Subject by subject, by the index: of an overlap with hundreds of subjects PostgreSQL expects most of the table.
  const found = await sql<{ subject: string }>`
    select subject, own.* from unnest(${all}::text[]) as subject, lateral (
      select id, document, author, reason, at,
             (select undoing.id from acts as undoing where undoing.undoes = acts.id) as undone_by
      from acts where subjects @> array[subject] and kind <> 'undo' offset 0) as own
    where undone_by is null order by at, id`.execute(db);
  if (found.rows.length === 0) return new Map();
  const acts = actsOf(found.rows);
  const bySubject = Map.groupBy(acts.keys(), (index) => found.rows[index]?.subject ?? '');
  const about = (subjects: readonly string[]) => {
    const own = subjects
      .flatMap((subject) => bySubject.get(subject) ?? [])
      .map((index) => acts[index] as Act);
    // One about an article and its publisher, or about both of two articles, comes once.
    return [...new Map(own.map((act) => [act.id, act])).values()];
  };
  return new Map([...keys].map(([id, subjects]) => [id, about(subjects)]));
}

/** All acts that count and concern several articles at once; null when none was done or undone since a revision. */
export async function wideActs(db: Queries, since = -1): Promise<Act[] | null> {
  if (since >= 0) {
    const fresh = await sql`
      select from acts left join acts as undone on undone.id = acts.undoes
      where acts.revision > ${since} and coalesce(undone.kind, acts.kind) = any(${wide}) limit 1`.execute(db);
    if (fresh.rows.length === 0) return null;
  }
  const found = await sql`
    select ${actColumns} from ${actsWithUndoing}
    where acts.kind = any(${wide}) and undoing.id is null order by acts.at, acts.id`.execute(db);
  return actsOf(found.rows);
}

/** The ids of the articles that replace others, by acts that count. */
export async function correctors(db: Queries): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct acts.document ->> 'articleId' as id from ${actsWithUndoing}
    where acts.kind = 'correct_article' and undoing.id is null`.execute(db);
  return found.rows.map(({ id }) => id);
}
