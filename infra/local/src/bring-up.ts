import { join } from 'node:path';
import { ensureDatabase } from './application-database.ts';
import { type Child, type ChildOptions, runChild } from './child.ts';
import type { DataFolder } from './data-folder.ts';
import { type Settings, workerSettings } from './env.ts';
import { shown } from './folders.ts';
import { throughNpx } from './packages.mjs';
import { startCluster } from './postgres.ts';
import { inspectDataFolder } from './postgres-folder.ts';
import { Problem } from './problem.ts';
import { step } from './progress.mjs';
import { keepSecrets, type Secrets } from './secrets.ts';
import { cliProgram, dashboardProgram, startDashboard, startWorker, workerProgram } from './services.ts';
import type { Shutdown } from './shutdown.ts';

const sampleStory = 'infra/local/sample-story/nagorno-karabakh-2020.jsonl';

/** How long a worker may take to finish what it is at, and a dashboard to end its streams, in milliseconds. */
const drain = { worker: 20_000, dashboard: 6000 };

/** Everything that must be told together when it ends by itself; a promise here only ever rejects. */
type Deaths = Promise<never>[];

/**
 * Brings everything up, in order. Whatever it started is on the shutdown's list, also when it throws.
 * @returns how to sign in, and what rejects when something that runs ends by itself
 * @throws Problem that names the step's failure, or that the end was asked for meanwhile
 */
export async function bringUp(
  settings: Settings,
  folder: DataFolder,
  shutdown: Shutdown,
): Promise<{ signIn: string; deaths: Deaths }> {
  if (!settings.databaseUrl) inspectDataFolder(join(folder.path, 'postgres'));
  const secrets = keepSecrets(folder.path);
  const phase = <T>(title: string, work: () => Promise<T>): Promise<T> => {
    if (shutdown.begun) throw new Problem('Stopped before it was ready.');
    return step(title, work);
  };

  const build = [...throughNpx, 'exec', 'turbo', 'run', 'build', '--filter=@trucewatch/dashboard'];
  await phase('building the dashboard', () =>
    once(shutdown, {
      name: 'build of the dashboard',
      command: 'npx',
      args: build,
      // pnpm and turbo need HOME, proxies and certificates.
      env: process.env,
      log: folder.log('build'),
    }),
  );

  const database = settings.databaseUrl
    ? { url: settings.databaseUrl, deaths: [] }
    : await phase('starting PostgreSQL 18', () => embeddedDatabase(folder, secrets, shutdown));
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    ORIGIN: settings.origin,
    ...(settings.redisUrl && { REDIS_URL: settings.redisUrl }),
  };
  folder.publish(env);
  const cli = (command: string, ...args: string[]) =>
    once(shutdown, {
      name: `command ${command}`,
      command: process.execPath,
      args: [cliProgram, command, ...args],
      env,
    });

  await phase('bringing tables up to date', () => cli('migrate'));
  const worker = await phase('starting the worker', () =>
    startWorker({
      env: { ...env, ...workerSettings(process.env) },
      log: folder.log('worker'),
      started: running(folder, shutdown, workerProgram, drain.worker),
    }),
  );
  const dashboard = await phase('starting the dashboard', () =>
    startDashboard({
      env: {
        ...env,
        HOST: settings.host,
        PORT: String(settings.port),
        AUTH_SECRET: secrets.authSecret,
        // adapter-node waits this many seconds for open streams; the browser's event source connects again by itself.
        SHUTDOWN_TIMEOUT: '3',
        // Its own default, 512 KB, is less than the longest article: 2,000,000 characters, up to 9 bytes each as a form sends them.
        BODY_SIZE_LIMIT: '20M',
      },
      log: folder.log('dashboard'),
      started: running(folder, shutdown, dashboardProgram, drain.dashboard),
    }),
  );
  const deaths = [deathOf(worker), deathOf(dashboard), ...database.deaths];
  if (settings.sampleStory) {
    const samples = () => cli('submit', '--if-empty', '--wait', sampleStory);
    await phase('checking the sample story', () => Promise.race([samples(), ...deaths]));
  }
  return { signIn: await cli('operator-link', '--origin', settings.origin), deaths };
}

/** Runs a command to its end; it can be stopped meanwhile. */
async function once(shutdown: Shutdown, options: ChildOptions): Promise<string> {
  let takeOff = (): void => {};
  try {
    return await runChild(options, (child) => {
      takeOff = shutdown.add({ name: `the ${child.name}`, stop: () => child.stop(5000), kill: child.kill });
    });
  } finally {
    takeOff();
  }
}

function running(folder: DataFolder, shutdown: Shutdown, file: string, patience: number) {
  return (child: Child): void => {
    const takeOff = shutdown.add({
      name: `the ${child.name}`,
      stop: () => child.stop(patience),
      kill: child.kill,
    });
    void child.ended.then(takeOff);
    if (child.process.pid !== undefined) folder.note({ pid: child.process.pid, file });
  };
}

function deathOf(child: Child): Promise<never> {
  return told(child.ended, () => child.death());
}

/** Rejects with the problem when the end comes; nobody has to be listening yet. */
function told(end: Promise<void>, problem: () => Problem): Promise<never> {
  const death = end.then(() => Promise.reject(problem()));
  death.catch(() => {});
  return death;
}

async function embeddedDatabase(
  folder: DataFolder,
  secrets: Secrets,
  shutdown: Shutdown,
): Promise<{ url: string; deaths: Deaths }> {
  const log = folder.log('postgres');
  const server = await startCluster({
    folder: join(folder.path, 'postgres'),
    log,
    password: secrets.superuserPassword,
  });
  shutdown.add({ name: 'PostgreSQL', stop: server.stop, kill: server.kill });
  const owner = { role: 'trucewatch', password: secrets.applicationPassword };
  await ensureDatabase(server.superuserUrl('postgres'), owner, 'trucewatch');
  const url = new URL(server.superuserUrl('trucewatch'));
  url.username = owner.role;
  url.password = owner.password;
  const words = `PostgreSQL ended by itself: read ${shown(log)} and start again; nothing that was accepted is lost.`;
  return { url: url.href, deaths: [told(server.ended, () => new Problem(words))] };
}
