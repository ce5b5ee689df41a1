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

/** Writes what differs from what is stored, in a transaction that holds the conflict's row. */
export async function replaceRows(
  db: Queries,
  conflictId: string,
  revision: number,
  tables: Readonly<Record<DerivedTable, NewRows>>,
): Promise<Record<DerivedTable, Difference>> {
  const names = Object.keys(tables) as DerivedTable[];
  const stored = await digests(db, conflictId, tables);
  const differences = {} as Record<DerivedTable, Difference>;
  for (const table of names)
    differences[table] = await replaceIn(db, table, conflictId, revision, tables[table], stored[table]);
  return differences;
}

async function replaceIn(
  db: Queries,
  table: DerivedTable,
  conflictId: string,
  revision: number,
  rows: NewRows,
  stored: ReadonlyMap<string, string>,
): Promise<Difference> {
  const given = givenOf(rows);
  const fresh = given.filter(({ key, digest }) => stored.get(key) !== digest);
  const known = new Set(given.map(({ key }) => key));
  const gone = [...stored.keys()].filter((key) => !known.has(key));
  await take(db, table, conflictId, gone);
  for (let from = 0; from < fresh.length; from += batch)
    await put(db, table, conflictId, revision, fresh.slice(from, from + batch));
  const changed = fresh.filter(({ key }) => stored.has(key)).length;
  return { added: fresh.length - changed, changed, removed: gone.length };
}

function givenOf(rows: NewRows): readonly DerivedRow[] {
  return 'all' in rows ? rows.all : rows.made;
}

/** By table the digests of the rows that may have to give way, by key: in one statement, for it is asked at every change. */
async function digests(
  db: Queries,
  conflictId: string,
  tables: Readonly<Record<DerivedTable, NewRows>>,
): Promise<Record<DerivedTable, Map<string, string>>> {
  const names = Object.keys(tables) as DerivedTable[];
  const selects = names.map((table) => {
    const rows = tables[table];
    const key = textOfKey(table);
    const keys = 'all' in rows ? null : [...rows.made.map((row) => row.key), ...rows.gone];
    const these = keys === null ? sql`` : sql`and ${key} = any(${keys})`;
    return sql`
      select ${table}::text as name, ${key} as key, digest
      from ${tableRef(table)} where conflict_id = ${conflictId} ${these}`;
  });
  const found = await sql<{ name: DerivedTable; key: string; digest: string }>`
    ${sql.join(selects, sql` union all `)}`.execute(db);
  const stored = Object.fromEntries(names.map((name) => [name, new Map()])) as Record<
    DerivedTable,
    Map<string, string>
  >;
  for (const { name, key, digest } of found.rows) stored[name].set(key, digest);
  return stored;
}

async function take(db: Queries, table: DerivedTable, conflictId: string, keys: readonly string[]) {
  if (keys.length === 0) return;
  await sql`delete from ${tableRef(table)} where conflict_id = ${conflictId} and ${textOfKey(table)} = any(${keys})`.execute(
    db,
  );
}

async function put(
  db: Queries,
  table: DerivedTable,
  conflictId: string,
  revision: number,
  rows: readonly DerivedRow[],
) {
  const { key, columns } = derivedTables[table];
  const names = `${columns.replaceAll(/ \w+(?=,|$)/g, '')}, made_from, digest, document`;
  const updates = ['revision', ...names.split(', ')].map((name) => `${name} = excluded.${name}`).join(', ');
  await sql`
    insert into ${tableRef(table)} (conflict_id, revision, ${sql.raw(names)})
    select ${conflictId}, ${revision}, ${sql.raw(names)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(${sql.raw(columns)}, made_from text, digest text, document jsonb)
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
