import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as articlesAndEvents from './migrations/001-articles-and-events.ts';
import * as audit from './migrations/002-audit.ts';
import * as people from './migrations/003-people.ts';
import * as derived from './migrations/004-derived.ts';
import * as search from './migrations/005-search.ts';
import * as acts from './migrations/006-acts.ts';
import * as intake from './migrations/007-intake.ts';
import * as happeningsByEvent from './migrations/008-happenings-by-event.ts';
import * as access from './migrations/009-access.ts';
import * as operations from './migrations/010-operations.ts';
import * as alerts from './migrations/011-alerts.ts';
import * as sources from './migrations/012-sources.ts';
import * as reextractions from './migrations/013-reextractions.ts';
import * as eventsByTime from './migrations/014-events-by-time.ts';
import * as copiesFoundAtOnce from './migrations/015-copies-found-at-once.ts';
import { Refusal, sqlState } from './refusal.ts';

const migrations = {
  '001-articles-and-events': articlesAndEvents,
  '002-audit': audit,
  '003-people': people,
  '004-derived': derived,
  '005-search': search,
  '006-acts': acts,
  '007-intake': intake,
  '008-happenings-by-event': happeningsByEvent,
  '009-access': access,
  '010-operations': operations,
  '011-alerts': alerts,
  '012-sources': sources,
  '013-reextractions': reextractions,
  '014-events-by-time': eventsByTime,
  '015-copies-found-at-once': copiesFoundAtOnce,
};

/**
 * Brings the tables up to what this code expects; does nothing when they are. Safe to run again and by several
 * processes at once: kysely holds an advisory lock meanwhile, and each run is one transaction.
 * @returns the names of the migrations that were run now
 * @throws Refusal `database_newer` when a newer version of the project was here before
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  await refuseNewer(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/**
 * Whether the tables are what this code expects.
 * @throws Refusal `database_newer` or `database_older`, each saying what to do
 */
export async function checkVersion(db: Kysely<Database>): Promise<void> {
  const done = await refuseNewer(db);
  const missing = Object.keys(migrations).filter((name) => !done.has(name));
  if (missing.length > 0) {
    throw new Refusal(
      'database_older',
      `The database lacks ${missing.length} of ${Object.keys(migrations).length} migrations (next: ${missing[0]}): run bin/trucewatch migrate.`,
    );
  }
}

async function refuseNewer(db: Kysely<Database>): Promise<Set<string>> {
  const done = await executed(db);
  const unknown = [...done].find((name) => !Object.hasOwn(migrations, name));
  if (unknown) {
    throw new Refusal(
      'database_newer',
      `The database was set up by a newer version of trucewatch (migration ${unknown}): run that version, or use another database.`,
    );
  }
  return done;
}

async function executed(db: Kysely<Database>): Promise<Set<string>> {
  try {
    const rows = await db
      .withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>()
      .selectFrom(DEFAULT_MIGRATION_TABLE)
      .select('name')
      .execute();
    return new Set(rows.map((row) => row.name));
  } catch (error) {
    if (sqlState(error) === '42P01') return new Set();
    throw error;
  }
}
