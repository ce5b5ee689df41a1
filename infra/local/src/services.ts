import { setTimeout as wait } from 'node:timers/promises';
import { type Child, type ChildOptions, startChild } from './child.ts';
import { repository, shown } from './folders.ts';
import { Problem } from './problem.ts';

/** How long a service may take until it is ready, in milliseconds. */
const readyPatience = 60_000;

/** The command line's program, run on the Node that runs us. */
export const cliProgram = `${repository}/apps/cli/src/main.ts`;
export const workerProgram = `${repository}/apps/worker/src/main.ts`;
export const dashboardProgram = `${repository}/apps/dashboard/build/index.js`;

type Service = Pick<ChildOptions, 'env'> & { log: string; started: (child: Child) => void };

/**
 * Starts the worker and waits for its log line "ready".
 * @throws Problem with its last words when it ends or takes too long
 */
export async function startWorker({ started, ...options }: Service): Promise<Child> {
  let isReady = (): void => {};
  const ready = new Promise<true>((resolve) => {
    isReady = () => resolve(true);
  });
  const worker = startChild({
    name: 'worker',
    command: process.execPath,
    args: [workerProgram],
    ...options,
    onLine(line) {
      const entry = logEntry(line);
      if (entry?.msg === 'ready') isReady();
      else showErrors('worker', entry);
    },
  });
  started(worker);
  await readyOrDead(worker, ready, options.log);
  return worker;
}

/**
 * Starts the built dashboard and waits until it answers GET /healthz with 200.
 * @throws Problem with its last words when it ends or takes too long
 */
export async function startDashboard({ started, ...options }: Service): Promise<Child> {
  const dashboard = startChild({
    name: 'dashboard',
    command: process.execPath,
    args: [dashboardProgram],
    ...options,
    onLine: (line) => showErrors('dashboard', logEntry(line)),
  });
  started(dashboard);
  await readyOrDead(dashboard, healthy(dashboard, options.env), options.log);
  return dashboard;
}

async function readyOrDead(child: Child, ready: Promise<boolean>, log: string): Promise<void> {
  const patience = new AbortController();
  const late = wait(readyPatience, 'late', { signal: patience.signal }).catch(() => 'late');
  const first = await Promise.race([ready, child.ended.then(() => 'dead'), late]);
  patience.abort();
  if (first === 'dead') throw child.death();
  if (first === 'late') {
    throw new Problem(
      `The ${child.name} was not ready after ${readyPatience / 1000} s: read ${shown(log)} and start again.`,
    );
  }
}

async function healthy(child: Child, env: NodeJS.ProcessEnv): Promise<boolean> {
  const host = env.HOST === '0.0.0.0' ? '127.0.0.1' : env.HOST === '::' ? '::1' : env.HOST;
  const url = `http://${host?.includes(':') ? `[${host}]` : host}:${env.PORT}/healthz`;
  while (child.process.exitCode === null && child.process.signalCode === null) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return true;
    await wait(50);
  }
  return false;
}

interface LogEntry {
  level?: unknown;
  msg?: unknown;
  err?: { message?: unknown };
}

function logEntry(line: string): LogEntry | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as LogEntry;
  } catch {
    return null;
  }
}

/** Errors (pino's levels from 50) are shown, everything else is only in the log. */
function showErrors(name: string, entry: LogEntry | null): void {
  if (typeof entry?.level !== 'number' || entry.level < 50) return;
  const cause = entry.err?.message ? ` (${entry.err.message})` : '';
  console.error(`! ${name}: ${entry.msg}${cause}`);
}
