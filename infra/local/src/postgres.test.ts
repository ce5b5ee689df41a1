import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDatabase } from './application-database.ts';
import { startCluster } from './postgres.ts';
import { inspectDataFolder } from './postgres-folder.ts';
import { gone, signal } from './process-probe.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trucewatch-local-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a stop, over a killed start that left it running, and over a kill -9', async () => {
    const options = { folder: join(folder, 'kept'), log: join(folder, 'kept.log'), password: 'secret' };
    const first = await startCluster(options);
    await query(first.superuserUrl('postgres'), 'create table kept as select 1 as number');
    await first.stop();

    const leftRunning = await startCluster(options);
    await query(leftRunning.superuserUrl('postgres'), 'insert into kept values (2)');

    const killed = await startCluster(options);
    expect(leftRunning.process.exitCode).toBe(0);
    await query(killed.superuserUrl('postgres'), 'insert into kept values (3)');
    const pid = killed.process.pid as number;
    signal(pid, 'SIGKILL');
    await gone(pid, 5000);

    const last = await startCluster(options);
    const rows = await query(last.superuserUrl('postgres'), 'select number from kept order by number');
    await last.stop();
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3]);
  });

  it('asks for a password, and gives the application a role that is no superuser', async () => {
    const server = await startCluster({
      folder: join(folder, 'roles'),
      log: join(folder, 'roles.log'),
      password: 'secret',
    });
    try {
      await ensureDatabase(server.superuserUrl('postgres'), { role: 'app', password: 'one' }, 'app');
      await ensureDatabase(server.superuserUrl('postgres'), { role: 'app', password: 'two' }, 'app');
      const address = (password: string) => `postgres://app:${password}@127.0.0.1:${server.port}/app`;
      await expect(query(address('one'), 'select 1')).rejects.toThrow(/password authentication failed/);
      await query(address('two'), 'create table mine (id int)');
      const [role] = await query(
        address('two'),
        'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
      );
      expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false });
    } finally {
      await server.stop();
    }
  });

  it('refuses the data folder of another version in one sentence, and touches nothing', () => {
    const old = join(folder, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '16\n');
    expect(() => inspectDataFolder(old)).toThrow(
      /made by PostgreSQL 16, this release runs 18: move the folder away/,
    );
    expect(readFileSync(join(old, 'PG_VERSION'), 'utf8')).toBe('16\n');
  });

  it('refuses a folder that holds something else', () => {
    const other = join(folder, 'photos');
    mkdirSync(other);
    writeFileSync(join(other, 'cat.jpg'), '');
    expect(() => inspectDataFolder(other)).toThrow(/not a PostgreSQL data folder/);
  });
});
