import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimDataFolder } from './data-folder.ts';
import { keepSecrets } from './secrets.ts';

let folder: string;
let others: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trucewatch-data-'));
  others = [];
});
afterEach(() => {
  for (const other of others) other.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A live process whose command line names the given program. */
async function running(program: string): Promise<ChildProcess & { pid: number }> {
  const script = 'setInterval(() => {}, 1000); console.log("up")';
  const child = spawn(process.execPath, ['-e', script, program], { stdio: ['ignore', 'pipe', 'ignore'] });
  others.push(child);
  await once(child.stdout, 'data');
  return child as ChildProcess & { pid: number };
}

function leaveBehind(pid: number, children: { pid: number; file: string }[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'running.json'),
    JSON.stringify({ pid, origin: 'http://localhost:3000', children }),
  );
}

describe('a data folder', () => {
  it('is refused to a second start while the first runs', async () => {
    const first = await running('/somewhere/infra/local/src/start.ts');
    leaveBehind(first.pid, []);
    await expect(claimDataFolder(folder, 'http://localhost:4000')).rejects.toThrow(
      new RegExp(
        `already runs on .* at http://localhost:3000 \\(process ${first.pid}\\): use that one, stop it`,
      ),
    );
  });

  it('is taken over from a killed start, and what that left running is ended', async () => {
    const worker = await running('/somewhere/apps/worker/src/main.ts');
    const ended = once(worker, 'exit');
    leaveBehind(2 ** 22 + 1, [{ pid: worker.pid, file: 'apps/worker/src/main.ts' }]);
    const claimed = await claimDataFolder(folder, 'http://localhost:4000');
    expect((await ended)[1]).toBe('SIGTERM');
    claimed.release();
  });

  it('leaves a stranger alone that got the process id of something we started', async () => {
    const stranger = await running('/somewhere/else.ts');
    leaveBehind(stranger.pid, [{ pid: stranger.pid, file: 'apps/worker/src/main.ts' }]);
    const claimed = await claimDataFolder(folder, 'http://localhost:4000');
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    claimed.release();
  });

  it('tells the command line where the database is only while it runs, and only the owner', async () => {
    const claimed = await claimDataFolder(folder, 'http://localhost:4000');
    claimed.publish({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x' });
    const file = join(folder, 'running.env');
    expect(readFileSync(file, 'utf8')).toBe("DATABASE_URL='postgres://me:secret@127.0.0.1:1/x'\n");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    claimed.release();
    expect(existsSync(file)).toBe(false);
  });
});

describe('the secrets', () => {
  it('are made once, readable by their owner only', () => {
    const made = keepSecrets(folder);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(keepSecrets(folder)).toEqual(made);
    expect(made.superuserPassword).not.toBe(made.applicationPassword);
  });

  it('are not made anew for a database that has others', () => {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '18\n');
    expect(() => keepSecrets(folder)).toThrow(
      /secrets.json with the database's password is missing: put it back/,
    );
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
  });
});
