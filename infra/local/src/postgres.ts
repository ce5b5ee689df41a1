import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { shown } from './folders.ts';
import { freePort } from './free-port.mjs';
import { lastLines, rotate, sizeOf } from './log-file.ts';
import { createDataFolder, inspectDataFolder, serverEnvironment } from './postgres-folder.ts';
import { postgresPrograms, unprivilegedCommand } from './postgres-program.ts';
import { Problem } from './problem.ts';
import { commandLine, gone, signal } from './process-probe.ts';

export interface ClusterOptions {
  /** The data folder; made when absent. */
  folder: string;
  /** Where the server's log is appended. */
  log: string;
  /** Of the superuser `postgres`; used when the folder is made and to connect. */
  password: string;
  /** More settings, as on the command line: { fsync: 'off' }. */
  settings?: Record<string, string>;
  /** True: ends with the terminal's Ctrl-C like everything else of its process group, as the tests want it. */
  withGroup?: boolean;
}

export interface Cluster {
  port: number;
  /** The superuser's address of a database. */
  superuserUrl(database: string): string;
  process: ChildProcess;
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>;
  /** Stops fast: running statements are cancelled, everything committed is kept. Safe to call again. */
  stop(): Promise<void>;
  /** Stops at once; the next start recovers from the write-ahead log. */
  kill(): void;
}

/** How long a start that finds the former server's lock still held is tried again, in milliseconds. */
const lockPatience = 10_000;
/** How long the server may take to accept connections; recovery after a crash is part of it. */
const readyPatience = 60_000;

/**
 * Starts PostgreSQL on 127.0.0.1 and a port of its own, and waits until it accepts connections.
 * @throws Problem when the folder cannot be used or the server does not come up
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  if (inspectDataFolder(options.folder) === 'absent')
    await createDataFolder(options.folder, options.password);
  await stopLeftover(options.folder);
  const { postgres } = await postgresPrograms();
  rotate(options.log);
  const deadline = Date.now() + lockPatience;
  for (;;) {
    const port = await freePort();
    const saidBefore = sizeOf(options.log);
    const server = launch(postgres, port, options);
    if (await ready(server, options.folder)) return cluster(server, port, options.password);
    const words = lastLines(options.log, 6, saidBefore);
    // After a kill -9 the lock is held until the last of the old server's processes is gone.
    // It is waited for and never deleted: two servers on one folder destroy it.
    const mayPass = /lock file|shared memory|Address already in use/.test(words);
    if (!mayPass || Date.now() > deadline) {
      throw new Problem(
        `PostgreSQL did not start on ${shown(options.folder)}; the end of ${shown(options.log)} says:\n${words}`,
      );
    }
    await wait(200);
  }
}

function launch(postgres: string, port: number, options: ClusterOptions): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    password_encryption: 'scram-sha-256',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...options.settings,
  };
  const [command, args] = unprivilegedCommand(postgres, [
    '-D',
    options.folder,
    '-p',
    String(port),
    // No socket file: its folder would have to be writable by whoever the server runs as.
    '-k',
    '',
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = openSync(options.log, 'a', 0o600);
  // A process group of its own: Ctrl-C reaches all of the terminal's group at once, and PostgreSQL must be last.
  const server = spawn(command, args, {
    stdio: ['ignore', log, log],
    detached: !options.withGroup,
    env: serverEnvironment(),
  });
  closeSync(log);
  return server;
}

/** True when the server accepts connections, false when it ended. The server says so in the last line of postmaster.pid. */
async function ready(server: ChildProcess, folder: string): Promise<boolean> {
  let failure: Error | null = null;
  server.once('error', (error) => {
    failure = error;
  });
  const deadline = Date.now() + readyPatience;
  while (Date.now() < deadline) {
    if (failure) throw failure;
    if (ended(server)) return false;
    const lock = readLock(folder);
    if (lock?.pid === server.pid && lock?.state === 'ready') return true;
    await wait(15);
  }
  server.kill('SIGQUIT');
  return false;
}

function readLock(folder: string): { pid: number; state: string } | null {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), state: lines[7]?.trim() ?? '' };
}

/** Stops a server that a killed start left running on this folder: it may run other settings and its clients are gone. */
async function stopLeftover(folder: string): Promise<void> {
  const pid = readLock(folder)?.pid;
  if (!pid || !commandLine(pid)?.includes(folder)) return;
  signal(pid, 'SIGINT');
  if (!(await gone(pid, 20_000))) {
    throw new Problem(
      `A PostgreSQL that an earlier start left behind (process ${pid}) does not stop: end it with kill -QUIT ${pid}.`,
    );
  }
}

function ended(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

function cluster(server: ChildProcess, port: number, password: string): Cluster {
  const closed = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    port,
    process: server,
    ended: closed,
    superuserUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      if (ended(server)) return;
      server.kill('SIGINT');
      await closed;
    },
    kill() {
      server.kill('SIGQUIT');
    },
  };
}
