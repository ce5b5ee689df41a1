import { join } from 'node:path';
import { ensureDatabase } from './application-database.ts';
import { type Child, runChild } from './child.ts';
import { claimDataFolder, type DataFolder } from './data-folder.ts';
import { readSettings, type Settings } from './env.ts';
import { shown } from './folders.ts';
import { portProblem } from './free-port.mjs';
import { pnpm } from './packages.mjs';
import { startCluster } from './postgres.ts';
import { inspectDataFolder } from './postgres-folder.ts';
import { Problem } from './problem.ts';
import { step } from './progress.mjs';
import { keepSecrets, type Secrets } from './secrets.ts';
import { cliProgram, dashboardProgram, startDashboard, startWorker, workerProgram } from './services.ts';
import { Shutdown } from './shutdown.ts';

const sampleStory = 'infra/local/sample-story/nagorno-karabakh-2020.jsonl';

/** How long a worker may take to finish what it is at, and a dashboard to end its streams, in milliseconds. */
const drain = { worker: 20_000, dashboard: 6000 };

const shutdown = new Shutdown();

/** Brings everything up, in order; returns what to print. Whatever it started is on the shutdown's list, also when it throws. */
async function bringUp(
  settings: Settings,
  folder: DataFolder,
): Promise<{ link: string; ended: Promise<unknown>[] }> {
  if (!settings.databaseUrl) inspectDataFolder(join(folder.path, 'postgres'));
  const secrets = keepSecrets(folder.path);

  await phase('building the dashboard', () =>
    once(
      folder,
      'build',
      'npx',
      ['--yes', pnpm, 'exec', 'turbo', 'run', 'build', '--filter=@trucewatch/dashboard'],
      inherited(),
    ),
  );
  const { databaseUrl, ended } = settings.databaseUrl
    ? { databaseUrl: settings.databaseUrl, ended: [] }
    : await phase('starting PostgreSQL 18', () => embeddedDatabase(folder, secrets));

  const base = {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ORIGIN: settings.origin,
    ...(settings.redisUrl && { REDIS_URL: settings.redisUrl }),
  };
  folder.publish(base);
  const cli = (...args: string[]) =>
    once(folder, args[0] ?? 'cli', process.execPath, [cliProgram, ...args], base);
  await phase('bringing tables up to date', () => cli('migrate'));
  const worker = await phase('starting the worker', () =>
    startWorker({
      env: base,
      log: folder.log('worker'),
      started: running(folder, workerProgram, drain.worker),
    }),
  );
  const dashboard = await phase('starting the dashboard', () =>
    startDashboard({
      env: {
        ...base,
        HOST: settings.host,
        PORT: String(settings.port),
        AUTH_SECRET: secrets.authSecret,
        // adapter-node waits this many seconds for open streams; the browser's event source connects again by itself.
        SHUTDOWN_TIMEOUT: '3',
      },
      log: folder.log('dashboard'),
      started: running(folder, dashboardProgram, drain.dashboard),
    }),
  );
  const deaths = [worker, dashboard].map((child) => child.ended.then(() => Promise.reject(child.death())));
  // Any of them may die while the samples are being read; it is told once, below.
  for (const death of deaths) death.catch(() => {});
  if (settings.sampleStory) {
    await phase('reading the sample story', () =>
      Promise.race([cli('submit', '--if-empty', '--wait', sampleStory), ...deaths]),
    );
  }
  const link = await cli('operator-link', '--origin', settings.origin);
  return { link, ended: [...deaths, ...ended] };
}

/** A step that is shown, and not begun when the end has been asked for. */
function phase<T>(title: string, work: () => Promise<T>): Promise<T> {
  if (shutdown.begun) throw new Problem('Stopped before it was ready.');
  return step(title, work);
}

/** Runs a command to its end; it can be stopped meanwhile. */
async function once(
  folder: DataFolder,
  name: string,
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<string> {
  let takeOff = (): void => {};
  try {
    return await runChild({ name, command, args, env, log: folder.log(name) }, (child) => {
      takeOff = shutdown.add({ name, stop: () => child.stop(5000), kill: child.kill });
    });
  } finally {
    takeOff();
  }
}

function running(folder: DataFolder, file: string, patience: number) {
  return (child: Child): void => {
    shutdown.add({ name: `the ${child.name}`, stop: () => child.stop(patience), kill: child.kill });
    if (child.process.pid !== undefined) folder.note({ pid: child.process.pid, file });
  };
}

async function embeddedDatabase(folder: DataFolder, secrets: Secrets) {
  const data = join(folder.path, 'postgres');
  const log = folder.log('postgres');
  const server = await startCluster({ folder: data, log, password: secrets.superuserPassword });
  shutdown.add({ name: 'PostgreSQL', stop: server.stop, kill: server.kill });
  const owner = { role: 'trucewatch', password: secrets.applicationPassword };
  await ensureDatabase(server.superuserUrl('postgres'), owner, 'trucewatch');
  const death = server.ended.then(() => {
    throw new Problem(
      `PostgreSQL ended by itself: read ${shown(log)} and start again; nothing that was accepted is lost.`,
    );
  });
  death.catch(() => {});
  return {
    databaseUrl: `postgres://trucewatch:${secrets.applicationPassword}@127.0.0.1:${server.port}/trucewatch`,
    ended: [death],
  };
}

/** The bootstrap's environment, for pnpm and turbo: they need HOME, proxies and certificates. */
function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}

function announce(settings: Settings, link: string, folder: DataFolder): void {
  console.log(`
  Trucewatch runs at ${settings.origin}
${link.trim().replace(/^/gm, '  ')}

  Data and logs are in ${shown(folder.path)}. Ctrl-C stops it; nothing is lost.
`);
}

/** Runs until somebody asks for an end or something dies; then everything is stopped. */
async function serve(settings: Settings, folder: DataFolder): Promise<void> {
  const up = bringUp(settings, folder);
  const life = up.then(async ({ link, ended }) => {
    if (shutdown.begun) return;
    announce(settings, link, folder);
    await Promise.race([shutdown.asked, ...ended]);
  });
  try {
    await Promise.race([life, shutdown.asked]);
  } finally {
    await shutdown.stopAll();
    // Asked half-way: what the step at hand waited for has been stopped, so it ends; what it still started is stopped too.
    await up.catch(() => {});
    await shutdown.stopAll();
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  // First of all: it ends what a killed start left, which may hold the port.
  const folder = await claimDataFolder(settings.dataFolder, settings.origin);
  try {
    const busy = await portProblem(settings.port, settings.host);
    if (busy) throw new Problem(busy);
    shutdown.listen();
    await serve(settings, folder);
  } finally {
    folder.release();
  }
}

try {
  await main();
} catch (error) {
  console.error(
    `\n${error instanceof Problem ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
// Ends even if something still holds the process, but not before a slow reader has our last line.
process.stdout.write('', () => process.exit());
