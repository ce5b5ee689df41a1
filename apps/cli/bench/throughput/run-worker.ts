import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { repository } from '../children.ts';

/** One worker as `npm start` runs it; resolves once it takes jobs. */
export async function runWorker(databaseUrl: string, redisUrl?: string): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, [`${repository}apps/worker/src/main.ts`], {
    env: {
      DATABASE_URL: databaseUrl,
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stopNow = (): void => void child.kill('SIGKILL');
  process.once('exit', stopNow);
  const ready = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.includes('"ready"')) ready.resolve();
  });
  child.once('exit', () => ready.reject(new Error('The worker ended before it was ready.')));
  await ready.promise;
  return {
    async stop() {
      process.off('exit', stopNow);
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
