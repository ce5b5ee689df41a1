import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { testDatabase } from '@trucewatch/local/testing';
import type { Role } from '@trucewatch/schema';

const repository = new URL('../../../', import.meta.url).pathname;
const build = `${repository}apps/dashboard/build/index.js`;
const cli = `${repository}apps/cli/src/main.ts`;
const folder = `${repository}infra/local/sample-story`;

/** The built dashboard with a worker and a database of their own, as they run in production. */
export interface Stack {
  origin: string;
  /** A fresh one-time link with which somebody makes an account; an operator's unless another role is named. */
  invitation(role?: Role): Promise<string>;
  databaseUrl: string;
  /** Hands articles in by the command line and waits until each is read. */
  submit(articles: readonly object[]): Promise<void>;
  stop(): Promise<void>;
}

/** The story that the stack loads, and the article that a test may paste. */
export const story = `${folder}/nagorno-karabakh-2020.jsonl`;
export const pasted = `${folder}/for-submission.jsonl`;

export interface StoryArticle {
  id: string;
  title: string;
  text: string;
  publishedAt: string;
  source: string;
  url: string;
}

export function readArticles(file: string): StoryArticle[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Starts everything on an empty database; `sample: true` loads the sample story and waits until it is read; `fetchAlso` is a site of the test's own, as host:port. */
export async function startStack({
  sample,
  fetchAlso,
}: {
  sample: boolean;
  fetchAlso?: string;
}): Promise<Stack> {
  if (!existsSync(build))
    throw new Error('There is no built dashboard: run pnpm --filter @trucewatch/dashboard build.');
  const database = await testDatabase();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = { NODE_ENV: 'production', DATABASE_URL: database.url };
  const run = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, [cli, ...args], { env, cwd: repository })).stdout;
  const children: ChildProcess[] = [];
  const start = async (program: string, more: NodeJS.ProcessEnv, sign: RegExp) => {
    const child = spawn(process.execPath, [program], { env: { ...env, ...more }, cwd: repository });
    children.push(child);
    await said(child, sign);
  };

  await run('migrate');
  await Promise.all([
    start(
      `${repository}apps/worker/src/main.ts`,
      { WORKER_CONCURRENCY: '1', FETCH_ALSO: fetchAlso },
      /"ready"/,
    ),
    start(
      build,
      {
        ORIGIN: origin,
        HOST: '127.0.0.1',
        PORT: String(port),
        AUTH_SECRET: crypto.randomUUID().repeat(2),
        SHUTDOWN_TIMEOUT: '1',
        BODY_SIZE_LIMIT: '3M',
      },
      /Listening on/,
    ),
  ]);
  if (sample) {
    await run('submit', '--wait', story);
    await isShown(`${origin}/conflicts/nagorno-karabakh`, `${readArticles(story).length} articles`);
  }
  return {
    origin,
    databaseUrl: database.url,
    async submit(articles) {
      const folder = mkdtempSync(join(tmpdir(), 'trucewatch-e2e-'));
      const file = join(folder, 'articles.jsonl');
      writeFileSync(file, articles.map((one) => `${JSON.stringify(one)}\n`).join(''));
      await run('submit', '--wait', file);
      rmSync(folder, { recursive: true });
    },
    async invitation(role = 'operator') {
      const said = await run('operator-link', '--origin', origin, '--another', '--role', role);
      const link = /http\S+\/join\/\S+/.exec(said)?.[0];
      if (!link) throw new Error(`operator-link printed no link: ${said}`);
      return link;
    },
    async stop() {
      await Promise.all(children.map(ended));
      await database.drop();
    },
  };
}

/** Resolves when the child prints a line like that; rejects with what it printed when it ends before. */
async function said(child: ChildProcess, sign: RegExp): Promise<void> {
  const heard: string[] = [];
  const ready = Promise.withResolvers<void>();
  for (const output of [child.stdout, child.stderr]) {
    if (!output) continue;
    createInterface({ input: output }).on('line', (line) => {
      heard.push(line);
      if (sign.test(line)) ready.resolve();
    });
  }
  child.once('exit', () => ready.reject(new Error(`It ended before it was ready:\n${heard.join('\n')}`)));
  await ready.promise;
}

/** What is derived of articles is written a moment after they are read: a page opened before has less, or is not there. */
async function isShown(address: string, words: string): Promise<void> {
  const last = Date.now() + 30_000;
  while (!(await (await fetch(address)).text()).includes(words)) {
    if (Date.now() > last) throw new Error(`${address} does not come to say: ${words}`);
    await setTimeout(100);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port.');
  return address.port;
}
