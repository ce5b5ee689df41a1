import { testDatabase } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from './open-store.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** What the operator reads when the store is opened with this address. */
async function sentence(change: (url: URL) => void): Promise<string> {
  const url = new URL(database.url);
  change(url);
  const store = openStore({ url: url.href, onError: () => {} });
  const error = await store.ping().catch((caught: unknown) => caught);
  await store.close();
  return store.describe(error);
}

describe('what is wrong with the database is said in one sentence', () => {
  test.each<[string, (url: URL) => void, RegExp]>([
    ['nothing there', (url) => (url.port = '1'), /^Nothing answers at 127\.0\.0\.1:1: start PostgreSQL/],
    [
      'a wrong password',
      (url) => (url.password = 'not-it'),
      /refuses user "test_\w+": check the user and password/,
    ],
    [
      'a wrong host',
      (url) => (url.hostname = 'no-such-host.invalid'),
      /^There is no machine named "no-such-host\.invalid/,
    ],
  ])('%s', async (_, change, words) => {
    const said = await sentence(change);
    expect(said).toMatch(words);
    expect(said).not.toContain('not-it');
  });

  test('a database that is not there', async () => {
    expect(await sentence((url) => (url.pathname = '/elsewhere'))).toMatch(
      /has no database "elsewhere": create it/,
    );
  });
});
