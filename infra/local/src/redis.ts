import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cacheFolder } from './folders.ts';
import { freePort } from './free-port.mjs';
import { messageOf } from './problem.ts';

const execute = promisify(execFile);
const unpacked = join(cacheFolder, 'redis');

export interface RedisProgram {
  program: string;
  /** Where its libraries were unpacked; absent for one that is installed. */
  libraries?: string;
}

/**
 * A Redis server to run: one on PATH, else one unpacked from Debian's packages without being root and kept in .cache/redis.
 * @throws Error that says why there is none
 */
export async function redisProgram(): Promise<RedisProgram> {
  const installed = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'redis-server'))
    .find((path) => existsSync(path));
  if (installed) return { program: installed };
  if (!existsSync(unpacked)) await unpack();
  const program = join(unpacked, 'usr/bin/redis-server');
  const libraries = readdirSync(join(unpacked, 'usr/lib')).find((name) => name.endsWith('-linux-gnu')) ?? '';
  return { program, libraries: join(unpacked, 'usr/lib', libraries) };
}

async function unpack(): Promise<void> {
  const work = `${unpacked}.${process.pid}`;
  mkdirSync(join(work, 'apt/lists/partial'), { recursive: true });
  mkdirSync(join(work, 'apt/archives/partial'), { recursive: true });
  const folder = join(work, 'apt');
  const options = [
    `Dir::State::Lists=${folder}/lists`,
    `Dir::Cache=${folder}`,
    `Dir::Cache::Archives=${folder}/archives`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
    'APT::Update::Post-Invoke=',
    'APT::Update::Post-Invoke-Success=',
  ].flatMap((option) => ['-o', option]);
  const packages = ['redis-server', 'redis-tools', 'liblzf1', 'libjemalloc2', 'libatomic1'];
  try {
    const limits = { cwd: folder, timeout: 120_000 };
    await execute('apt-get', [...options, '-qq', 'update'], limits);
    await execute('apt-get', [...options, '-qq', 'download', ...packages], limits);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
      await execute('dpkg', ['-x', file, join(work, 'root')], limits);
    }
    renameSync(join(work, 'root'), unpacked);
  } catch (error) {
    if (existsSync(unpacked)) return; // another run was faster
    const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1);
    throw new Error(
      `no redis-server on PATH, and Debian's could not be fetched (${said || messageOf(error)})`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export interface Redis {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a Redis on 127.0.0.1 that keeps nothing, with the eviction policy that BullMQ asks for.
 * @throws Error when it ends before it answers
 */
export async function startRedis({ program, libraries }: RedisProgram): Promise<Redis> {
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(program, args, {
    stdio: 'ignore',
    env: { PATH: process.env.PATH ?? '', ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  });
  const closed = new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.once('exit', () => resolve());
  });
  if (!(await answers(server, port))) throw new Error(`redis-server (${program}) ended before it answered`);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill('SIGTERM');
      await closed;
    },
  };
}

async function answers(server: ChildProcess, port: number): Promise<boolean> {
  while (server.pid !== undefined && server.exitCode === null && server.signalCode === null) {
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (connected) return true;
    await wait(20);
  }
  return false;
}
