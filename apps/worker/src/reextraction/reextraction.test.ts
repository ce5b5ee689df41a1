import { createHash, randomBytes } from 'node:crypto';
import { testDatabase, testRedisUrl } from '@trucewatch/local/testing';
import { openProducer } from '@trucewatch/queue';
import { cutSpan, type Event } from '@trucewatch/schema';
import { countReport } from '@trucewatch/status';
import { openStore, type Reextraction, type Store } from '@trucewatch/store';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openWorker, type WorkerSettings } from '../open-worker.ts';

const redis = testRedisUrl();
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

let made = 0;
/** An article that an earlier version read otherwise: it took the first sentence for something to come and saw no other. */
async function readEarlier(text: string, source: string): Promise<string> {
  const fingerprint = createHash('sha256').update(`${text}${++made}`).digest('hex');
  const { id } = await store.articles.accept({ text, source, fingerprint }, 'cli');
  const quote = /[^.]+\./.exec(text)?.[0] ?? text;
  const event: Event = {
    id: 'earlier',
    type: 'statement',
    reality: 'future',
    actors: [],
    when: null,
    effectiveAt: null,
    until: null,
    where: null,
    casualties: [],
    claims: [],
    ceasefireRefs: [],
    purpose: [],
    codes: {},
    evidence: [cutSpan({ text }, 0, quote.length)],
    confidence: 0.5,
  };
  const extractor = { name: 'sentences', version: '0' };
  await store.extractions.save({ articleId: id, extractor, events: [event], warnings: [] });
  return id;
}

describe.each([
  { backend: 'PostgreSQL', skip: false },
  { backend: redis ? 'Redis' : 'Redis (skipped: none on this machine)', skip: !redis },
])('reading anew with the queue on $backend', ({ backend, skip }) => {
  const redisUrl = backend === 'Redis' && redis ? redis : undefined;
  function settings(): WorkerSettings {
    return {
      databaseUrl: database.url,
      redisUrl,
      namespace: `t${randomBytes(5).toString('hex')}`,
      concurrency: 2,
      seconds: 20,
      script: new URL('../testing/sentence-thread.ts', import.meta.url),
      sweep: { every: 3_600, staleAfter: 3_600 },
      timing: { lock: 1_000, check: 300 },
    };
  }
  async function worker(given: WorkerSettings) {
    const opened = openWorker(given, pino({ level: 'silent' }));
    onTestFinished(() => opened.close(0));
    await opened.ready;
    return opened;
  }
  const reached = async (run: string, state: Reextraction['state']) => {
    await expect
      .poll(async () => (await store.reextractions.get(run))?.state, { timeout: 15_000 })
      .toBe(state);
    return store.reextractions.get(run);
  };

  test.skipIf(skip)(
    'a run goes through what differs, what is equal and what fails, and counts once accepted; acts survive',
    async () => {
      const source = `${backend} Post`;
      const other = await readEarlier('The guns fell silent. The road was opened.', source);
      const fails = await readEarlier('It is said that the extractor throws. Nothing came of it.', source);
      const quote = cutSpan({ text: 'The guns fell silent. The road was opened.' }, 0, 21);
      await store.acts.add({
        author: 'rita',
        reason: 'They did not.',
        decision: {
          kind: 'reject_event',
          event: { articleId: other, eventId: 'earlier', type: 'statement', quote, actors: [] },
        },
      });
      const run = await store.reextractions.start({ kind: 'source', source }, 'rita');
      // No job was submitted, or all were lost: the sweep of a worker that starts finds the run.
      const given = settings();
      await worker(given);
      expect(await reached(run, 'done')).toMatchObject({ counts: { differs: 1, failed: 1 } });
      expect(await store.reextractions.fields(run)).toEqual([
        { field: 'added', events: 1, articles: 1 },
        { field: 'reality', events: 1, articles: 1 },
      ]);
      expect((await store.extractions.current(other))?.extractor.version).toBe('0');

      await store.reextractions.decide(run, { is: 'accepted' }, 'rita');
      const producer = openProducer({
        databaseUrl: database.url,
        redisUrl,
        namespace: given.namespace ?? '',
        onError: () => {},
      });
      onTestFinished(() => producer.close());
      await producer.submit('advance-reextraction', { runId: run });
      await reached(run, 'accepted');
      expect((await store.extractions.current(fails))?.extractor.version).toBe('0');
      for await (const report of store.extractions.reports()) {
        if (report.article.id !== other) continue;
        expect(report.extractor).toBe('sentences 1');
        const { report: counts, unanchored } = countReport(report, report.acts);
        expect(unanchored).toEqual([]);
        expect(counts.events.map(({ evidence }) => evidence[0]?.quote)).toEqual([' The road was opened.']);
      }
    },
  );

  test.skipIf(skip)('a run that was stopped goes on after a restart, and nothing is read twice', async () => {
    const source = `${backend} Times`;
    const ids = [];
    for (const number of [1, 2, 3])
      ids.push(await readEarlier(`Day ${number} was quiet. So it stayed.`, source));
    const run = await store.reextractions.start({ kind: 'source', source }, 'rita');
    await store.reextractions.stop(run, 'rita');
    const first = await worker(settings());
    await first.close();
    expect(await store.reextractions.get(run)).toMatchObject({ state: 'stopped', counts: { waiting: 3 } });
    await store.reextractions.resume(run, 'rita');
    await worker(settings());
    await reached(run, 'done');
    const { articles } = await store.reextractions.articles(run, {
      states: ['differs'],
      limit: 9,
      offset: 0,
    });
    expect(articles.map(({ articleId }) => articleId)).toEqual(ids);
  });
});
