import { openStore, type Store } from '@trucewatch/store';
import { readEnv } from './env.ts';
import { Problem } from './problem.ts';

export type Env = ReturnType<typeof readEnv>;

/**
 * Opens the database for one command and closes it after, whatever happens.
 * @throws Problem with one sentence for a database that is away, not set up or of another version
 */
export async function withStore<T>(work: (store: Store, env: Env) => Promise<T>): Promise<T> {
  const env = readEnv();
  // A connection lost while idle shows in the next query, which says it better.
  const store = openStore({ url: env.DATABASE_URL, onError: () => {}, max: 4 });
  try {
    return await work(store, env);
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(store.describe(error));
  } finally {
    await store.close();
  }
}
