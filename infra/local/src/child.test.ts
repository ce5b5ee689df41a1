import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { runChild, startChild } from './child.ts';
import { commandLine } from './process-probe.ts';
import { Shutdown } from './shutdown.ts';

const folder = mkdtempSync(join(tmpdir(), 'trucewatch-child-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(script: string, env: Record<string, string> = {}) {
  return {
    name: 'worker',
    command: process.execPath,
    args: ['-e', script],
    env,
    log: join(folder, 'worker.log'),
  };
}

it('tells of a death in one sentence with the last words, and keeps them in the log', async () => {
  const child = startChild(node('console.log("opening"); console.error("no such table"); process.exit(3)'));
  await child.ended;
  const told = child.death().message.split('\n');
  expect(told[0]).toMatch(/^The worker ended by itself with status 3; the end of .*worker\.log says:$/);
  expect(told.slice(1).sort()).toEqual(['no such table', 'opening']);
  expect(readFileSync(join(folder, 'worker.log'), 'utf8')).toContain('no such table\n');
});

it('tells of a program that is not there', async () => {
  const child = startChild({ ...node(''), command: join(folder, 'absent') });
  await child.ended;
  expect(child.death().message).toContain('could not be started');
});

it('gives a child nothing but the environment it was given', async () => {
  vi.stubEnv('DATABASE_PASSWORD', 'hunter2');
  const output = await runChild(node('console.log(JSON.stringify(process.env))', { ONLY: 'this' }), () => {});
  vi.unstubAllEnvs();
  expect(JSON.parse(output)).toEqual({ ONLY: 'this' });
});

it('ends a child that does not listen, with what it started', async () => {
  let grandchild = 0;
  let tell = (): void => {};
  const up = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const script = `
    process.on('SIGTERM', () => {});
    const { spawn } = require('node:child_process');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    console.log(other.pid);
    setInterval(() => {}, 1000);`;
  const child = startChild({
    ...node(script),
    onLine(line) {
      grandchild = Number(line);
      tell();
    },
  });
  await up;
  await child.stop(50);
  expect(child.process.signalCode).toBe('SIGKILL');
  expect(commandLine(grandchild)).toBeNull();
});

it('stops in the opposite order, one after the other, also when asked twice and when one fails', async () => {
  const shutdown = new Shutdown();
  const seen: string[] = [];
  for (const name of ['PostgreSQL', 'the worker', 'the dashboard']) {
    const stop = async (): Promise<void> => {
      seen.push(`${name} stops`);
      await new Promise(setImmediate);
      seen.push(`${name} stopped`);
      if (name === 'the worker') throw new Error('it hangs');
    };
    shutdown.add({ name, stop, kill: () => {} });
  }
  const takeOff = shutdown.add({
    name: 'a build',
    stop: async () => void seen.push('build'),
    kill: () => {},
  });
  takeOff();
  await Promise.all([shutdown.stopAll(), shutdown.stopAll()]);
  expect(seen).toEqual([
    'the dashboard stops',
    'the dashboard stopped',
    'the worker stops',
    'the worker stopped',
    'PostgreSQL stops',
    'PostgreSQL stopped',
  ]);
});
