import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from './postgres.ts';

/**
 * A PostgreSQL 18 of one's own with an empty database, for measuring outside of vitest; `stop` throws all of it away.
 * With a folder to keep, what is in it is still there the next time. `isDurable`: with everything forced to disk, as in
 * `npm start`; without it nothing is.
 */
export async function ownDatabase(
  kept?: string,
  isDurable = false,
): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'trucewatch-bench-'));
  mkdirSync(folder, { recursive: true });
  const cluster = await startCluster({
    folder: join(folder, 'postgres'),
    log: join(folder, 'postgres.log'),
    password: 'only-for-this-run',
    withGroup: true,
    settings: isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const stopNow = (): void => cluster.kill();
  process.once('exit', stopNow);
  return {
    url: cluster.superuserUrl('postgres'),
    async stop() {
      process.off('exit', stopNow);
      await cluster.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
