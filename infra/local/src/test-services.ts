import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './postgres.ts';
import { messageOf } from './problem.ts';
import { redisProgram, startRedis } from './redis.ts';

/**
 * Vitest's global set-up: one PostgreSQL and one Redis for the whole run, gone after it.
 * Their addresses reach the test files through the environment, which vitest's workers inherit.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'trucewatch-test-'));
  const [postgres, redis] = await Promise.all([temporaryPostgres(folder), temporaryRedis()]);
  // A run that is ended before its teardown must not leave the servers behind.
  const stopNow = (): void => postgres.kill();
  process.once('exit', stopNow);
  process.env.TRUCEWATCH_TEST_POSTGRES = postgres.superuserUrl('postgres');
  if (redis) process.env.TRUCEWATCH_TEST_REDIS = redis.url;
  return async () => {
    process.off('exit', stopNow);
    await Promise.all([postgres.stop(), redis?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}

function temporaryPostgres(folder: string) {
  return startCluster({
    folder: join(folder, 'postgres'),
    log: join(folder, 'postgres.log'),
    password: 'only-for-this-test-run',
    withGroup: true,
    // Nothing here outlives the run, so nothing is forced to disk.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
}

async function temporaryRedis() {
  // npm test has tried already and says so in its report.
  if (process.env.TRUCEWATCH_NO_REDIS) return null;
  if (process.env.TEST_REDIS_URL) return { url: process.env.TEST_REDIS_URL, stop: async () => {} };
  try {
    return await startRedis(await redisProgram());
  } catch (error) {
    const note = `NO REDIS: tests on Redis are skipped (${messageOf(error)}). Install redis-server or set TEST_REDIS_URL.`;
    console.error(`\n${note}\n`);
    return null;
  }
}
