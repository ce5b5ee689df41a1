import pg from 'pg';

export interface ConnectionOptions {
  /** postgres://user:password@host:port/database */
  url: string;
  /** Told of connections lost while idle; queries under way reject on their own. */
  onError: (error: Error) => void;
}

/** How long one attempt to connect may take, in milliseconds. */
const connectPatience = 5_000;

/** A pool that connects when first asked and outlives a restart of the server. */
export function openPool({ url, onError, max = 10 }: ConnectionOptions & { max?: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectPatience,
    keepAlive: true,
    application_name: 'trucewatch',
  });
  pool.on('error', onError);
  // A client that is checked out has no listener of the pool's: when the server goes away between two queries
  // of a transaction (57P01), Node would end the process. The next query rejects, which is all that is needed.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A single connection outside of the pool, for LISTEN. Connect it and end it yourself. */
export function lonelyClient({ url, onError }: ConnectionOptions): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectPatience,
    keepAlive: true,
    application_name: 'trucewatch changes',
  });
  client.on('error', onError);
  return client;
}
