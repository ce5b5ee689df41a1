import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { repository } from './folders.ts';
import { freePort } from './free-port.mjs';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(port: number) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let announce = (): void => {};
  const announced = new Promise<void>((resolve) => {
    announce = resolve;
  });
  for (const output of [child.stdout, child.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      lines.push(line);
      if (line.includes('Trucewatch runs at')) announce();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, lines, announced, ended };
}

it('npm start serves the sample story, refuses a second start, and on Ctrl-C stops everything in order', async () => {
  const port = await freePort();
  const first = start(port);
  await Promise.race([
    first.announced,
    first.ended.then(() => Promise.reject(new Error(first.lines.join('\n')))),
  ]);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(answer.status).toBe(200);
    const overview = await fetch(`http://127.0.0.1:${port}/`);
    expect(await overview.text()).toContain('Nagorno-Karabakh');

    const cli = join(repository, 'bin/trucewatch');
    const env = { PATH: process.env.PATH, DATA_DIR: folder };
    await promisify(execFile)(cli, ['status'], { cwd: tmpdir(), env });

    const second = start(port);
    expect(await second.ended).toBe(1);
    expect(second.lines.filter(Boolean)).toEqual([expect.stringContaining('Trucewatch already runs on')]);
  } finally {
    first.child.kill('SIGINT');
  }
  expect(await first.ended).toBe(0);
  const stops = first.lines.map((line) => line.match(/^· stopping (.*?) …/)?.[1]).filter(Boolean);
  expect(stops).toEqual(['the dashboard', 'the worker', 'PostgreSQL']);
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
  expect(existsSync(join(folder, 'running.json'))).toBe(false);
}, 180_000);
