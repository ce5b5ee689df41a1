import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { testDatabase, testRedisUrl } from '@trucewatch/local/testing';
import { openProducer, type Producer } from '@trucewatch/queue';
import { type Change, openStore, type Store } from '@trucewatch/store';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openWorker, type WorkerSettings } from './open-worker.ts';

const silent = pino({ level: 'silent' });
const redis = testRedisUrl();
let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
const heard: Change[] = [];
let look = (): void => {};

beforeAll(async () => {
  database = await testDatabase();
  store = openStore({ url: database.url, onError: () => {} });
  await store.migrate();
  const listening = store.changes.listen((change) => {
    heard.push(change);
    look();
  });
  await listening.ready;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Resolves when the article was heard to be in that state. */
function inState(id: string, state: string): Promise<void> {
  return new Promise((resolve) => {
    look = () => {
      const reached = heard.some(
        (change) => change.kind === 'article' && change.articleId === id && change.state === state,
      );
      if (reached) resolve();
    };
    look();
  });
}
const timesInState = (id: string, state: string): number =>
  heard.filter((change) => change.kind === 'article' && change.articleId === id && change.state === state)
    .length;

async function accept(text: string): Promise<string> {
  const fingerprint = createHash('sha256').update(text).digest('hex');
  return (await store.articles.accept({ text, fingerprint }, 'cli')).id;
}

async function quotes(id: string): Promise<string[] | undefined> {
  const current = await store.extractions.current(id);
  return current?.events.map((event) => event.evidence.map((span) => span.quote).join());
}

describe.each([
  { backend: 'PostgreSQL', skip: false },
  { backend: redis ? 'Redis' : 'Redis (skipped: none on this machine)', skip: !redis },
])('the worker with the queue on $backend', ({ backend, skip }) => {
  const redisUrl = backend === 'Redis' && redis ? redis : undefined;

  function settings(more: Partial<WorkerSettings> = {}): WorkerSettings {
    return {
      databaseUrl: database.url,
      redisUrl,
      namespace: `t${randomBytes(5).toString('hex')}`,
      concurrency: 1,
      seconds: 20,
      script: new URL('./testing/sentence-thread.ts', import.meta.url),
      sweep: { every: 3_600, staleAfter: 3_600 },
      timing: { lock: 1_000, check: 300 },
      ...more,
    };
  }
  async function worker(given: WorkerSettings) {
    const opened = openWorker(given, silent);
    onTestFinished(() => opened.close(0));
    await opened.ready;
    return opened;
  }
  function producer({ namespace, databaseUrl }: WorkerSettings): Producer {
    const opened = openProducer({
      databaseUrl,
      redisUrl,
      ...(namespace && { namespace }),
      onError: () => {},
    });
    onTestFinished(() => opened.close());
    return opened;
  }
  /** A worker in a process of its own, whose extractor never answers. */
  async function hangingWorker(given: WorkerSettings) {
    const script = new URL('./testing/hanging-thread.ts', import.meta.url);
    const program = new URL('./testing/run-worker.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [program, JSON.stringify({ ...given, script })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await exited;
    });
    const lines = createInterface(child.stdout);
    for await (const line of lines) if (line.includes('"ready"')) break;
    child.stdout.resume();
    return { child, exited };
  }

  describe.skipIf(skip)('does the work', () => {
    test('an article in, its events in the store; a job too many changes nothing', async () => {
      const given = settings();
      const { submit, health } = producer(given);
      await worker(given);
      const id = await accept(`Guns fell silent near ${backend}. Talks go on.`);
      await submit('extract-article', { articleId: id });
      await inState(id, 'extracted');
      expect(await quotes(id)).toEqual([`Guns fell silent near ${backend}.`, ' Talks go on.']);
      await submit('extract-article', { articleId: id });
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
      expect(timesInState(id, 'extracted')).toBe(1);
    });

    test('what was accepted while no worker ran is done when one starts, though the queue lost it', async () => {
      const given = settings();
      const { submit, flush } = producer(given);
      const ids = await Promise.all(
        ['first', 'second', 'third'].map((one) => accept(`Lost ${one} on ${backend}.`)),
      );
      for (const articleId of ids) await submit('extract-article', { articleId });
      await flush();
      await worker(given);
      for (const id of ids) await inState(id, 'extracted');
    });

    test('a flush while it runs is made good by the next sweep', async () => {
      const given = settings({ sweep: { every: 1, staleAfter: 3_600 } });
      const { submit, flush } = producer(given);
      await flush();
      await worker(given);
      const id = await accept(`Swept on ${backend}.`);
      await flush();
      await inState(id, 'extracted');
      await submit('extract-article', { articleId: id });
    });

    test('a long extraction keeps its lock: no other worker begins the same article', async () => {
      const given = settings();
      await Promise.all([worker(given), worker(given)]);
      const id = await accept(`On ${backend} the extractor is slow.`);
      await producer(given).submit('extract-article', { articleId: id });
      await inState(id, 'extracted');
      expect((await store.articles.get(id))?.attempts).toBe(1);
    });
  });

  describe.skipIf(skip)('fails in the open', () => {
    test.each([
      ['throws', /a fault of the extractor/],
      ['ends', /ended its thread/],
      ['invents', /the quote is not what the text has/],
    ])('an extractor that %s is not tried again, and the article says why', async (fault, words) => {
      const given = settings();
      await worker(given);
      const id = await accept(`On ${backend} the extractor ${fault}.`);
      const { submit, health } = producer(given);
      await submit('extract-article', { articleId: id });
      await inState(id, 'failed');
      expect(await store.articles.get(id)).toMatchObject({
        reason: expect.stringMatching(words),
        attempts: 1,
      });
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
    });

    test('an extraction that does not end is ended, tried once more, and then the article says so', async () => {
      const given = settings({ seconds: 1 });
      await worker(given);
      const stuck = await accept(`On ${backend} the extractor spins.`);
      const next = await accept(`The one after it on ${backend}.`);
      const { submit } = producer(given);
      await submit('extract-article', { articleId: stuck });
      await inState(stuck, 'failed');
      expect(await store.articles.get(stuck)).toMatchObject({
        reason: 'the extraction took longer than 1 s',
        attempts: 2,
      });
      await submit('extract-article', { articleId: next });
      await inState(next, 'extracted');
    });

    test('a job for an article that is gone leaves the queue', async () => {
      const given = settings();
      const { submit, health } = producer(given);
      await submit('extract-article', { articleId: `gone-${backend}` });
      await worker(given);
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
    });
  });

  describe.skipIf(skip)('ends without losing anything', () => {
    test('killed in the middle of a job: done exactly once after a restart', async () => {
      const given = settings();
      const { child, exited } = await hangingWorker(given);
      const id = await accept(`Killed on ${backend}. Done later.`);
      await producer(given).submit('extract-article', { articleId: id });
      await inState(id, 'extracting');
      child.kill('SIGKILL');
      await exited;
      await worker(given);
      await inState(id, 'extracted');
      expect(await quotes(id)).toEqual([`Killed on ${backend}.`, ' Done later.']);
      expect(timesInState(id, 'extracted')).toBe(1);
    });

    test('SIGTERM in the middle of a job that does not end: given back, the process ends, another does it', async () => {
      const given = settings();
      const { child, exited } = await hangingWorker(given);
      const id = await accept(`Stopped on ${backend}.`);
      const { submit, health } = producer(given);
      await submit('extract-article', { articleId: id });
      await inState(id, 'extracting');
      child.kill('SIGTERM');
      expect(await exited).toEqual([0, null]);
      expect(await store.articles.get(id)).toMatchObject({ state: 'accepted', attempts: 0 });
      expect(await health()).toEqual({ waiting: 1, active: 0, delayed: 0, isPaused: false });
      await worker(given);
      await inState(id, 'extracted');
    });

    test('closed in the middle of a job that ends in time: it is finished', async () => {
      const given = settings();
      const { close } = await worker(given);
      const id = await accept(`While ${backend} closes the extractor is slow.`);
      await producer(given).submit('extract-article', { articleId: id });
      await inState(id, 'extracting');
      await close();
      expect((await store.articles.get(id))?.state).toBe('extracted');
    });
  });
});
