import { type BackendFactory, PostgresConnection, PostgresQueueBackend, runMigrations } from 'bullmq';
import pg from 'pg';
import type { Temper } from './backend.ts';

interface Place {
  databaseUrl: string;
  namespace: string;
}

/** How long one attempt to connect may take, in milliseconds. */
const connectPatience = 3_000;
/** How long a statement may go unanswered, in milliseconds: a server that is there but hangs counts as away. */
const answerPatience = { producer: 4_000, consumer: 30_000 };

/**
 * Creates BullMQ's schema or brings it up to date; safe to run again and by several at once (it holds an advisory lock).
 * @throws the driver's error when PostgreSQL does not answer
 */
export async function preparePostgres(databaseUrl: string, namespace: string): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectPatience,
    query_timeout: answerPatience.consumer,
    application_name: 'trucewatch queue',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await runMigrations(client, namespace);
  } finally {
    await client.end().catch(() => {});
  }
}

/** As BullMQ's createPostgresBackend, and every client has an error listener: without one a cut connection ends the process. */
export function postgresFactory(temper: Temper): BackendFactory<PostgresQueueBackend, Place> {
  return (name, options, { blocking, withBlockingConnection } = {}) => {
    const { databaseUrl, namespace } = options.connection;
    const connection = new PostgresConnection({
      connectionString: databaseUrl,
      schema: namespace,
      max: temper === 'producer' ? 3 : 5,
      connectionTimeoutMillis: connectPatience,
      query_timeout: answerPatience[temper],
      keepAlive: true,
      application_name: 'trucewatch queue',
      // Jobs need not wait for the disk: one that is lost with the machine is submitted again from the articles.
      options: '-c synchronous_commit=off',
    });
    connection.pool.on('connect', (client) => client.on('error', () => {}));
    const listenName = withBlockingConnection ? name : blocking ? `${name}:qe` : undefined;
    return new PostgresQueueBackend(
      connection,
      name,
      { ...options, connection: connection.pool },
      true,
      listenName,
    );
  };
}
