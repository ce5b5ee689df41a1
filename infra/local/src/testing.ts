import { randomBytes } from 'node:crypto';
import { dropDatabase, ensureDatabase } from './application-database.ts';

export { launchBrowser } from './browser.ts';

/**
 * A fresh, empty PostgreSQL 18 database owned by a role that is no superuser, as in `npm start`. One for each test file.
 * @throws Error when the tests do not run under the repository's vitest.config.ts
 */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TRUCEWATCH_TEST_POSTGRES;
  if (!server)
    throw new Error('No test PostgreSQL: run vitest from the repository (pnpm exec vitest run PATTERN).');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ensureDatabase(server, { role: name, password: name }, name);
  const url = new URL(server);
  url.username = name;
  url.password = name;
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(server, name) };
}

/**
 * The address of the run's Redis, shared by all test files: use a key prefix of your own.
 * Null when none could be had; skip then, the run's report says so.
 */
export function testRedisUrl(): string | null {
  return process.env.TRUCEWATCH_TEST_REDIS ?? null;
}
