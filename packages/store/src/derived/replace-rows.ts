import { sql } from 'kysely';
import type { Queries } from '../database.ts';
import { type DerivedRow, type DerivedTable, derivedTables } from './derived-rows.ts';

/** How many rows were written or taken away because they were not there, were other ones, or are no more. */
export interface Difference {
  added: number;
  changed: number;
  removed: number;
}

/** Rows of one table that are to be there: all of a conflict's, or only those that differ from before and the keys of those that are no more. */
export type NewRows =
  | { readonly all: readonly DerivedRow[] }
  | { readonly made: readonly DerivedRow[]; readonly gone: readonly string[] };

/** Rows sent in one statement: a JSON text must not grow beyond what a string can hold. */
const batch = 2_000;

/** The rows of one conflict as they are to be. */
export interface ConflictRows {
  readonly conflictId: string;
  readonly revision: number;
  readonly tables: Readonly<Record<DerivedTable, NewRows>>;
}

type Stored = ReadonlyMap<DerivedTable, ReadonlyMap<string, ReadonlyMap<string, string>>>;

/**
 * Writes what differs from what is stored of several conflicts, each once, in a transaction that holds their rows. Returns
 * for each what differed.
 */
export async function replaceRows(
  db: Queries,
  conflicts: readonly ConflictRows[],
): Promise<Record<DerivedTable, Difference>[]> {
  const stored = await digests(db, conflicts);
  const all = conflicts.map((one) => ({ ...one, differences: {} as Record<DerivedTable, Difference> }));
  for (const table of tableNames) {
    const gone: RowKey[] = [];
    const fresh: object[] = [];
    for (const { conflictId, revision, tables, differences } of all) {
      const found = differing(tables[table], stored.get(table)?.get(conflictId) ?? new Map());
      for (const key of found.gone) gone.push({ conflictId, key });
      for (const row of found.fresh) fresh.push({ conflict_id: conflictId, revision, ...row });
      differences[table] = found.difference;
    }
    await take(db, table, gone);
    for (let from = 0; from < fresh.length; from += batch)
      await put(db, table, fresh.slice(from, from + batch));
  }
  return all.map(({ differences }) => differences);
}

const tableNames = Object.keys(derivedTables) as DerivedTable[];

/** What has to be written and taken away where rows with certain digests are stored. */
function differing(rows: NewRows, stored: ReadonlyMap<string, string>) {
  const given = 'all' in rows ? rows.all : rows.made;
  const fresh = given.filter(({ key, digest }) => stored.get(key) !== digest);
  const known = new Set(given.map(({ key }) => key));
  const gone = [...stored.keys()].filter((key) => !known.has(key));
  const changed = fresh.filter(({ key }) => stored.has(key)).length;
  return { fresh, gone, difference: { added: fresh.length - changed, changed, removed: gone.length } };
}

/** The digests of the rows that may have to give way, by table, conflict and key: in one statement, for it is asked at every change. */
async function digests(db: Queries, conflicts: readonly ConflictRows[]): Promise<Stored> {
  const selects = tableNames.flatMap((table) => {
    const whole = conflicts.filter(({ tables }) => 'all' in tables[table]);
    const some = conflicts.flatMap(({ conflictId, tables }) => keysIn(conflictId, tables[table]));
    const key = textOfKey(table);
    const select = sql`select ${table}::text as name, conflict_id, ${key} as key, digest from ${tableRef(table)}`;
    return [
      ...(whole.length > 0
        ? [sql`${select} where conflict_id = any(${whole.map(({ conflictId }) => conflictId)})`]
        : []),
      ...(some.length > 0
        ? [sql`${select} where (conflict_id, ${key}) in (select * from ${pairs(some)})`]
        : []),
    ];
  });
  const found = await sql<{ name: DerivedTable; conflict_id: string; key: string; digest: string }>`
    ${sql.join(selects, sql` union all `)}`.execute(db);
  const stored = new Map(tableNames.map((name) => [name, new Map<string, Map<string, string>>()]));
  for (const { name, conflict_id, key, digest } of found.rows) {
    const ofTable = stored.get(name);
    const ofConflict = ofTable?.get(conflict_id) ?? new Map<string, string>();
    ofConflict.set(key, digest);
    ofTable?.set(conflict_id, ofConflict);
  }
  return stored;
}

/** A row of a conflict by its key. */
interface RowKey {
  readonly conflictId: string;
  readonly key: string;
}

function keysIn(conflictId: string, rows: NewRows): RowKey[] {
  if ('all' in rows) return [];
  return [...rows.made.map(({ key }) => key), ...rows.gone].map((key) => ({ conflictId, key }));
}

function pairs(keys: readonly RowKey[]) {
  const [conflicts, own] = [keys.map(({ conflictId }) => conflictId), keys.map(({ key }) => key)];
  return sql`unnest(${conflicts}::text[], ${own}::text[])`;
}

async function take(db: Queries, table: DerivedTable, keys: readonly RowKey[]) {
  if (keys.length === 0) return;
  const row = sql`(conflict_id, ${textOfKey(table)})`;
  await sql`delete from ${tableRef(table)} where ${row} in (select * from ${pairs(keys)})`.execute(db);
}

async function put(db: Queries, table: DerivedTable, rows: readonly object[]) {
  const { key, columns } = derivedTables[table];
  const names = `revision, ${columns.replaceAll(/ \w+(?=,|$)/g, '')}, made_from, digest, document`;
  const updates = names
    .split(', ')
    .map((name) => `${name} = excluded.${name}`)
    .join(', ');
  await sql`
    insert into ${tableRef(table)} (conflict_id, ${sql.raw(names)})
    select conflict_id, ${sql.raw(names)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      conflict_id text, revision bigint, ${sql.raw(columns)}, made_from text, digest text, document jsonb)
    on conflict (conflict_id, ${sql.ref(key)}) do update set ${sql.raw(updates)}`.execute(db);
}

function tableRef(table: DerivedTable) {
  return sql.table(`derived.${table}`);
}

/** The key as the rows that we make have it. */
function textOfKey(table: DerivedTable) {
  const { key } = derivedTables[table];
  return key === 'starts_at'
    ? sql`to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`${sql.ref(key)}::text`;
}
