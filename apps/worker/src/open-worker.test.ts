import { testDatabase } from '@trucewatch/local/testing';
import { openStore } from '@trucewatch/store';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openWorker } from './open-worker.ts';

const script = new URL('./testing/sentence-thread.ts', import.meta.url);

test('a worker that starts before the database is set up waits for it', async () => {
  const empty = await testDatabase();
  const waited = Promise.withResolvers<void>();
  const log = pino(
    { level: 'warn' },
    { write: (line) => line.includes('run bin/trucewatch migrate') && waited.resolve() },
  );
  const { ready, close } = openWorker({ databaseUrl: empty.url, concurrency: 1, seconds: 5, script }, log);
  await waited.promise;
  const late = openStore({ url: empty.url, onError: () => {} });
  await late.migrate();
  expect(await ready).toBe(true);
  await close();
  await late.close();
  await empty.drop();
});

test('closing while it waits for the database is quick', async () => {
  const { ready, close } = openWorker(
    { databaseUrl: 'postgres://a:b@127.0.0.1:1/c', concurrency: 1, seconds: 5, script },
    pino({ level: 'silent' }),
  );
  await close();
  expect(await ready).toBe(false);
});
