import { openProducer } from '@trucewatch/queue';
import { write } from '../output.ts';
import { withStore } from '../with-store.ts';

/**
 * Brings the tables of the store up to date, and those of the queue where it lives in PostgreSQL.
 * @throws Problem when the database is away or was set up by a newer version
 */
export async function migrateCommand(): Promise<number> {
  await withStore(async (store, env) => {
    const done = await store.migrate();
    await write(done.length > 0 ? `Tables: ran ${done.join(', ')}.\n` : 'Tables: up to date already.\n');
    if (env.REDIS_URL) {
      await write('Queue: in Redis, which needs no tables.\n');
      return;
    }
    const queue = openProducer({ databaseUrl: env.DATABASE_URL, onError: () => {} });
    try {
      // The queue sets itself up before it answers for the first time.
      await queue.health();
      await write('Queue: up to date.\n');
    } finally {
      await queue.close();
    }
  });
  return 0;
}
