import { Kysely, PostgresDialect, sql } from 'kysely';
import { actQueries } from './acts/acts.ts';
import { alertQueries } from './alerts/alerts.ts';
import { articleQueries } from './articles.ts';
import { auditQueries } from './audit.ts';
import { type Change, type Listening, listen } from './changes.ts';
import { describeConnectionError } from './connection-error.ts';
import type { Database } from './database.ts';
import { derivedQueries } from './derived/derived.ts';
import { directoryQueries } from './directory.ts';
import { extractionQueries } from './extractions.ts';
import { feedQueries } from './feeds/feeds.ts';
import { intakeQueries } from './intakes/intakes.ts';
import { checkVersion, migrate } from './migrate.ts';
import { failureQueries } from './operations/failures.ts';
import { loadQueries } from './operations/load.ts';
import { workerQueries } from './operations/workers.ts';
import { idempotencyQueries } from './people/idempotency.ts';
import { peopleQueries } from './people/people.ts';
import { tokenQueries } from './people/tokens.ts';
import { type ConnectionOptions, openPool } from './pool.ts';
import { reextractionQueries } from './reextractions/reextractions.ts';
import { searchQueries } from './search/search.ts';
import { settingsQueries } from './settings.ts';
import { sourceQueries } from './sources.ts';

export interface StoreOptions extends ConnectionOptions {
  /** Connections at most; 10 by default. */
  max?: number;
}

export type Store = ReturnType<typeof openStore>;

/**
 * The articles, what was found in them, who did what, and the people: everything that is kept, in PostgreSQL 18.
 * Connects when first asked, outlives a restart of the server. `onError` hears of connections lost while idle.
 */
export function openStore({ url, onError, max }: StoreOptions) {
  const kysely = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: openPool({ url, onError, ...(max !== undefined && { max }) }) }),
  });
  const listeners = new Set<Listening>();

  return {
    /** Brings the tables up to date; safe to run again and by several at once. Returns what was run now. */
    migrate: (): Promise<string[]> => migrate(kysely),
    /** Rejects with a Refusal that says what to do unless the tables are of this version. */
    checkVersion: (): Promise<void> => checkVersion(kysely),
    /** Rejects when the database does not answer. */
    async ping(): Promise<void> {
      await sql`select 1`.execute(kysely);
    },
    /** One plain sentence for an error of this store, without the password. */
    describe: (error: unknown): string => describeConnectionError(error, url),

    articles: articleQueries(kysely),
    extractions: extractionQueries(kysely),
    reextractions: reextractionQueries(kysely),
    acts: actQueries(kysely),
    derived: derivedQueries(kysely),
    directory: directoryQueries(kysely),
    intakes: intakeQueries(kysely),
    feeds: feedQueries(kysely),
    audit: auditQueries(kysely),
    people: peopleQueries(kysely),
    tokens: tokenQueries(kysely),
    idempotency: idempotencyQueries(kysely),
    settings: settingsQueries(kysely),
    alerts: alertQueries(kysely),
    workers: workerQueries(kysely),
    load: loadQueries(kysely),
    failures: failureQueries(kysely),
    search: searchQueries(kysely),
    sources: sourceQueries(kysely),

    changes: {
      /** Hears of every change of state as it is committed; connects again by itself, and says so with `missed`. */
      listen(callback: (change: Change) => void, heardError: (error: Error) => void = onError): Listening {
        const listening = listen({ url, onError }, callback, heardError);
        const tracked = {
          ready: listening.ready,
          async close() {
            listeners.delete(tracked);
            await listening.close();
          },
        };
        listeners.add(tracked);
        return tracked;
      },
    },

    /** For better-auth only; every other statement is in this package. */
    kysely,

    async close(): Promise<void> {
      await Promise.all([...listeners].map((listening) => listening.close()));
      await kysely.destroy();
    },
  };
}
