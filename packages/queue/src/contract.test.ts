import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { testDatabase, testRedisUrl } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { BackendOptions } from './backend.ts';
import { makeQueue } from './backend.ts';
import { type ConsumerOptions, type FailedTry, type Handler, openConsumer } from './consumer.ts';
import { UnrecoverableJob } from './job-errors.ts';
import { openProducer } from './producer.ts';
import { relayTo } from './relay.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const redis = testRedisUrl();

/** What both backends must do alike. */
describe.each([
  { backend: 'PostgreSQL', skip: false },
  { backend: redis ? 'Redis' : 'Redis (skipped: none on this machine)', skip: !redis },
])('the queue on $backend', ({ backend, skip }) => {
  const usesRedis = backend === 'Redis';
  /** A queue of its own for each test. */
  function place(address = usesRedis ? (redis ?? '') : database.url): BackendOptions {
    const namespace = `t${randomBytes(5).toString('hex')}`;
    const addresses = usesRedis ? { redisUrl: address, databaseUrl: database.url } : { databaseUrl: address };
    return { ...addresses, namespace, onError: () => {} };
  }
  function at(options: BackendOptions, address: string): BackendOptions {
    return usesRedis ? { ...options, redisUrl: address } : { ...options, databaseUrl: address };
  }
  function producer(options: BackendOptions) {
    const opened = openProducer(options);
    onTestFinished(() => opened.close());
    return opened;
  }
  function consumer(
    options: BackendOptions,
    handler: Handler<'extract-article'>,
    more: Partial<ConsumerOptions> = {},
  ) {
    const opened = openConsumer({
      ...options,
      handlers: { 'extract-article': handler },
      concurrency: 1,
      timing: { lock: 1_000, check: 300 },
      ...more,
    });
    onTestFinished(() => opened.close(0));
    return opened;
  }
  /** A wire to the backend, cut at first; mended before whatever hangs on it is closed. */
  async function wire() {
    const relay = await relayTo(usesRedis ? (redis ?? '') : database.url);
    onTestFinished(relay.cut);
    return relay;
  }
  const submit = (options: BackendOptions, articleId: string) =>
    producer(options).submit('extract-article', { articleId });

  describe.skipIf(skip)('delivery', () => {
    test('a job is handled once, with what it carries', async () => {
      const options = place();
      const handled: string[] = [];
      const last = Promise.withResolvers<void>();
      consumer(options, async ({ articleId }) => {
        handled.push(articleId);
        if (articleId === 'last') last.resolve();
      });
      const { submit, health } = producer(options);
      for (const articleId of ['a:1', '42', 'last']) await submit('extract-article', { articleId });
      await last.promise;
      expect(handled).toEqual(['a:1', '42', 'last']);
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0 });
    });

    test('the same article is one job while it waits or runs, and can be submitted again when it is done', async () => {
      const options = place();
      const { submit, submitMany, health } = producer(options);
      const one = { articleId: 'one' };
      await Promise.all([submit('extract-article', one), submit('extract-article', one)]);
      await submitMany('extract-article', [one, one, { articleId: 'two' }]);
      expect(await health()).toEqual({ waiting: 2, active: 0, delayed: 0 });

      const handled: string[] = [];
      const running = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      const again = Promise.withResolvers<void>();
      consumer(options, async ({ articleId }) => {
        handled.push(articleId);
        running.resolve();
        if (handled.length === 3) again.resolve();
        await go.promise;
      });
      await running.promise;
      await submit('extract-article', one);
      expect(await health()).toMatchObject({ waiting: 1, active: 1 });
      go.resolve();
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0 });
      expect(handled.toSorted()).toEqual(['one', 'two']);
      await submit('extract-article', one);
      await again.promise;
    });

    test('a flushed queue is empty, and what it held can be submitted again', async () => {
      const options = place();
      const { submit, flush, health } = producer(options);
      await submit('extract-article', { articleId: 'lost' });
      await flush();
      expect((await health()).waiting).toBe(0);
      await submit('extract-article', { articleId: 'lost' });
      const handled = Promise.withResolvers<string>();
      consumer(options, async ({ articleId }) => handled.resolve(articleId));
      expect(await handled.promise).toBe('lost');
    });
  });

  describe.skipIf(skip)('failure', () => {
    test('a thrown error is retried after a wait', async () => {
      const options = place();
      const attempts: { attempt: number; at: number }[] = [];
      const done = Promise.withResolvers<void>();
      consumer(options, async (_, { attempt }) => {
        attempts.push({ attempt, at: performance.now() });
        if (attempt < 2) throw new Error('the database is away');
        done.resolve();
      });
      await submit(options, 'shaky');
      await done.promise;
      expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
      const [first, second] = attempts;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(450);
    });

    test('what is hopeless is tried once and leaves the way free', async () => {
      const options = place();
      const failed: FailedTry[] = [];
      const both = Promise.withResolvers<void>();
      const onFailed = (one: FailedTry): void => {
        failed.push(one);
        if (failed.length === 2) both.resolve();
      };
      const refuse: Handler<'extract-article'> = async () => {
        throw new UnrecoverableJob('there is no such article');
      };
      consumer(options, refuse, { onFailed });
      await submit(options, 'gone');
      await expect.poll(() => failed.length).toBe(1);
      await submit(options, 'gone');
      await both.promise;
      expect(failed).toMatchObject([
        {
          attempt: 1,
          final: true,
          data: { articleId: 'gone' },
          error: { message: 'there is no such article' },
        },
        { attempt: 1, final: true },
      ]);
    });

    test.each([
      ['malformed data', 'extract-article', { articleId: 7 }, /^malformed/],
      ['a job of another version', 'unheard-of', {}, /no job "unheard-of"/],
    ])('%s is not retried', async (_, name, data, words) => {
      const options = place();
      await producer(options).health();
      const raw = makeQueue(options);
      onTestFinished(() => raw.close());
      await raw.add(name, data, { attempts: 5 });
      const failed = Promise.withResolvers<FailedTry>();
      consumer(options, async () => {}, { onFailed: failed.resolve });
      expect(await failed.promise).toMatchObject({
        final: true,
        error: { message: expect.stringMatching(words) },
      });
    });

    test('wrong data does not get in', async () => {
      await expect(submit(place(), '')).rejects.toThrow(/articleId/);
    });
  });

  describe.skipIf(skip)('outage', () => {
    test('a producer says within seconds that nothing answers, and works when something does', async () => {
      const relay = await wire();
      const { submit, health } = producer(place(relay.url));
      const job = ['extract-article', { articleId: 'a' }] as const;
      await expect(submit(...job)).rejects.toMatchObject({ name: 'QueueUnavailable' });
      await relay.mend();
      await submit(...job);
      await relay.cut();
      await expect(submit(...job)).rejects.toMatchObject({ name: 'QueueUnavailable' });
      await relay.mend();
      await expect.poll(() => health().catch(() => null), { timeout: 10_000 }).toMatchObject({ waiting: 1 });
    });

    test('a producer gives up on a server that takes the connection and says nothing', async () => {
      const silent = createServer(() => {});
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const address = new URL(usesRedis ? 'redis://127.0.0.1' : 'postgres://a:b@127.0.0.1/c');
      address.port = String((silent.address() as AddressInfo).port);
      const started = performance.now();
      await expect(submit(place(address.href), 'a')).rejects.toMatchObject({ name: 'QueueUnavailable' });
      expect(performance.now() - started).toBeLessThan(6_000);
      silent.close();
    });

    test('a consumer waits for a backend that comes late, and outlives one that goes and comes back', async () => {
      const relay = await wire();
      const options = place();
      const direct = producer(options);
      const refused = Promise.withResolvers<Error>();
      const handled = new Map(['late', 'after'].map((id) => [id, Promise.withResolvers<void>()]));
      const { ready } = consumer(
        { ...at(options, relay.url), onError: refused.resolve },
        async ({ articleId }) => handled.get(articleId)?.resolve(),
      );
      await direct.submit('extract-article', { articleId: 'late' });
      await refused.promise;
      await relay.mend();
      await ready;
      await handled.get('late')?.promise;
      await relay.cut();
      await direct.submit('extract-article', { articleId: 'after' });
      await relay.mend();
      await handled.get('after')?.promise;
    });

    test('a job whose worker is gone is taken up by another, on the same attempt', async () => {
      const relay = await wire();
      await relay.mend();
      const options = place();
      const began = Promise.withResolvers<void>();
      const never = Promise.withResolvers<void>();
      consumer(at(options, relay.url), () => {
        began.resolve();
        return never.promise;
      });
      await submit(options, 'orphan');
      await began.promise;
      await relay.cut();
      const taken = Promise.withResolvers<number>();
      consumer(options, async (_, { attempt }) => taken.resolve(attempt));
      expect(await taken.promise).toBe(1);
      await relay.mend();
    });
  });

  describe.skipIf(skip)('closing', () => {
    test('waits for the running job and leaves the others', async () => {
      const options = place();
      const { submit, health } = producer(options);
      const running = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      let finished = 0;
      const { close } = consumer(options, async () => {
        running.resolve();
        await go.promise;
        finished += 1;
      });
      await submit('extract-article', { articleId: 'running' });
      await submit('extract-article', { articleId: 'waiting' });
      await running.promise;
      const closed = close();
      go.resolve();
      await closed;
      expect(finished).toBe(1);
      expect(await health()).toEqual({ waiting: 1, active: 0, delayed: 0 });
    });

    test('gives back at once what does not finish in time, and another takes it', async () => {
      const options = place();
      const began = Promise.withResolvers<AbortSignal>();
      const { close } = consumer(options, (_, { signal }) => {
        began.resolve(signal);
        return new Promise(() => {});
      });
      const { submit, health } = producer(options);
      await submit('extract-article', { articleId: 'long' });
      const signal = await began.promise;
      await close(0);
      expect(signal.aborted).toBe(true);
      expect(await health()).toEqual({ waiting: 1, active: 0, delayed: 0 });
      const taken = Promise.withResolvers<number>();
      consumer(options, async (_, { attempt }) => taken.resolve(attempt));
      expect(await taken.promise).toBe(1);
    });

    test('works while the backend was never there', async () => {
      const relay = await wire();
      const refused = Promise.withResolvers<Error>();
      const { close } = consumer({ ...place(relay.url), onError: refused.resolve }, async () => {});
      await refused.promise;
      await close();
    });
  });
});
