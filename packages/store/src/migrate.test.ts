import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { testDatabase } from '@trucewatch/local/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from './open-store.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
const stores: Store[] = [];
const open = () => {
  const store = openStore({ url: database.url, onError: () => {} });
  stores.push(store);
  return store;
};

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.drop();
});

describe('migrations', () => {
  test('before them, the store says which command is missing', async () => {
    await expect(open().checkVersion()).rejects.toThrow(/run bin\/trucewatch migrate/);
    const store = open();
    const error = await store.articles.counts().catch((caught: unknown) => caught);
    expect(store.describe(error)).toMatch(/is not set up: run bin\/trucewatch migrate/);
  });

  test('run once however many processes start at the same time, and again without effect', async () => {
    const ran = await Promise.all(Array.from({ length: 6 }, () => open().migrate()));
    const written = readdirSync(new URL('migrations', import.meta.url)).map((file) => basename(file, '.ts'));
    expect(ran.flat().sort()).toEqual(written.sort());
    expect(await open().migrate()).toEqual([]);
    await open().checkVersion();
  });

  test('refuse a database that a newer version was at', async () => {
    const store = open();
    await sql`insert into kysely_migration values ('999-from-the-future', now()::text)`.execute(store.kysely);
    await expect(store.migrate()).rejects.toMatchObject({ code: 'database_newer' });
    await expect(store.checkVersion()).rejects.toThrow(
      /newer version of trucewatch \(migration 999-from-the-future\)/,
    );
  });
});
