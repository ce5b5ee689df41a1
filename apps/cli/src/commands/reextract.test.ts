import { createHash } from 'node:crypto';
import { extract } from '@trucewatch/extraction';
import { testDatabase } from '@trucewatch/local/testing';
import { openConsumer } from '@trucewatch/queue';
import { eventDifferences, tallyOf } from '@trucewatch/status';
import { openStore, type Store } from '@trucewatch/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../spawned-cli.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let env: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  env = { DATABASE_URL: database.url };
  const text =
    'Armenia and Azerbaijan agreed to a humanitarian ceasefire in Moscow on Saturday, the foreign ministries said.';
  const fingerprint = createHash('sha256').update(text).digest('hex');
  const publishedAt = '2020-10-10T18:00:00Z';
  const { id } = await store.articles.accept({ text, fingerprint, publishedAt, source: 'Daily Post' }, 'cli');
  const earlier = { name: 'trucewatch-rules', version: '0.0.1' };
  await store.extractions.save({ articleId: id, extractor: earlier, events: [], warnings: [] });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** What the worker does, here in the test's own process. */
function workAway() {
  const none = async () => {};
  return openConsumer({
    databaseUrl: database.url,
    concurrency: 1,
    onError: () => {},
    handlers: {
      'extract-article': none,
      'read-intake': none,
      'poll-feed': none,
      'deliver-alert': none,
      'reextract-article': none,
      async 'advance-reextraction'({ runId }) {
        for (const articleId of await store.reextractions.waiting(runId, 10)) {
          const article = await store.articles.get(articleId);
          const task = await store.reextractions.begin(runId, articleId);
          if (!article || !task) continue;
          const extraction = extract(article);
          const differences = eventDifferences(task.events, extraction.events);
          const tally = tallyOf(differences);
          await store.reextractions.keep(runId, task, { extraction, differences, tally }, article);
        }
      },
    },
  });
}

it('says how many articles it would be, and what to do when it is not said which', async () => {
  const dry = await runCli(['reextract', '--source', 'daily post', '--dry-run'], { env });
  expect(dry).toMatchObject({ status: 0, stdout: '1 article would be read anew.\n' });
  const none = await runCli(['reextract', '--conflict', 'nowhere'], { env });
  expect(none).toMatchObject({ status: 1, stderr: expect.stringContaining('No article that was read') });
  const both = await runCli(['reextract', '--all', '--source', 'x'], { env });
  expect(both.stderr).toContain('Say which articles');
});

it('starts a run, waits for it and says what differs; nothing counts yet', async () => {
  const consumer = workAway();
  const run = await runCli(['reextract', '--all', '--patience', '20'], { env });
  await consumer.close();
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('0 read alike, 1 read otherwise, 0 failed, by trucewatch-rules');
  expect(run.stdout).toMatch(/added +1 event in 1 article/);
  expect(run.stdout).toContain('a reviewer accepts or refuses it');
  expect(run.status).toBe(0);
  const [started] = await store.reextractions.list();
  expect(started).toMatchObject({ state: 'done', author: 'cli' });
});
