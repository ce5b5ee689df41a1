import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@trucewatch/local/testing';
import { openStore, type Store } from '@trucewatch/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../spawned-cli.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  folder = mkdtempSync(join(tmpdir(), 'trucewatch-submit-'));
});
afterAll(async () => {
  await store.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const words =
  'Both armies said that the guns along the river had fallen silent at midnight, after nine hours of talks. ';

it('reads a folder of every kind of file, and keeps what it refuses with the reason', async () => {
  mkdirSync(join(folder, 'day'));
  const wire = {
    uri: 'urn:meridian:1',
    pubstatus: 'usable',
    headline: 'Quiet',
    body_text: `${words}One.`,
    versioncreated: '2021-03-06T19:40:00Z',
  };
  const files: Record<string, string> = {
    'a.html': `<html><body><h1>Quiet night</h1><article><p>${words}</p><p>${words}Two.</p></article></body></html>`,
    'b.csv': `title,text\n"Three","${words}Three."\n"Empty",""\n`,
    'day/c.json': JSON.stringify([{ text: `${words}Four.` }]),
    'day/d.jsonl': [
      wire,
      { ...wire, body_text: `${words}One, corrected.` },
      { ...wire, pubstatus: 'canceled', ednote: 'KILL' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
    'notes.pdf': 'not read',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const { status, stdout } = await runCli(['submit', folder], { env: { DATABASE_URL: database.url } });
  expect(stdout).toMatch(/5 accepted, 0 duplicates, 1 refused, 1 taken back\.\n$/);
  expect(stdout).toMatch(/b\.csv:3 {2}refused: text: there is no text/);
  expect(status).toBe(1);
  const [refused] = await store.intakes.list();
  expect(refused).toMatchObject({ cameBy: 'command_line', who: 'cli', state: 'done', refused: 1 });
  expect(await store.intakes.items(refused?.id ?? '')).toMatchObject([
    { verdict: 'refused', reason: expect.stringMatching(/there is no text/) },
  ]);
  const acts = await store.acts.list();
  expect(acts.map(({ decision }) => decision.kind)).toEqual(['withdraw_article', 'correct_article']);
  const missing = await runCli(['submit', join(folder, 'nowhere')], { env: { DATABASE_URL: database.url } });
  expect(missing).toMatchObject({ status: 1, stderr: expect.stringMatching(/There is no file/) });
}, 60_000);
