import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { repository } from '../children.ts';

const build = `${repository}apps/dashboard/build/index.js`;

export interface Served {
  origin: string;
  /** Resident memory now, in MB; nothing where the system does not say. */
  memory(): number | undefined;
  /** Processor time so far, in milliseconds; nothing where the system does not say. */
  processorTime(): number | undefined;
  stop(): Promise<void>;
}

/** The built dashboard on a database, as it runs in production. */
export async function serve(databaseUrl: string, redisUrl?: string): Promise<Served> {
  if (!existsSync(build))
    throw new Error('There is no built dashboard: run npx --yes pnpm@12.21.0 run build in apps/dashboard.');
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [build], {
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
      ORIGIN: origin,
      PORT: String(port),
      HOST: '127.0.0.1',
      AUTH_SECRET: 'only-for-this-run-only-for-this-run',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stopNow = (): void => void child.kill('SIGKILL');
  process.once('exit', stopNow);
  while (!(await answers(origin))) await wait(100);
  return {
    origin,
    memory: () => memoryOf(child.pid),
    processorTime: () => processorTime(child.pid),
    async stop() {
      process.off('exit', stopNow);
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function memoryOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}

/** Processor time of another process so far, in milliseconds; nothing where the system does not say. */
export function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // utime and stime, in hundredths of a second.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
