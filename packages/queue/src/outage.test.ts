import { type AddressInfo, createServer } from 'node:net';
import { testDatabase, testRedisUrl } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { workbench } from './workbench.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const redis = testRedisUrl();
const backends = [
  { backend: 'PostgreSQL', skip: false },
  { backend: redis ? 'Redis' : 'Redis (skipped: none on this machine)', skip: !redis },
];

/** What both backends must do alike when they are away, and when a consumer ends. */
describe.each(backends)('the queue on $backend', ({ backend, skip }) => {
  const redisUrl = backend === 'Redis' ? redis : null;
  const open = () => workbench({ databaseUrl: database.url, redisUrl, onEnd: onTestFinished });

  describe.skipIf(skip)('outage', () => {
    test('a producer says within seconds that nothing answers, and works when something does', async () => {
      const { at, producer, wire } = open();
      const relay = await wire();
      const { submit, health } = producer(at(relay.url));
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
      const address = new URL(redisUrl ? 'redis://127.0.0.1' : 'postgres://a:b@127.0.0.1/c');
      address.port = String((silent.address() as AddressInfo).port);
      const { at, producer } = open();
      const { submit } = producer(at(address.href));
      const started = performance.now();
      await expect(submit('extract-article', { articleId: 'a' })).rejects.toMatchObject({
        name: 'QueueUnavailable',
      });
      expect(performance.now() - started).toBeLessThan(6_000);
      silent.close();
    });

    test('a consumer waits for a backend that comes late, and outlives one that goes and comes back', async () => {
      const { at, consumer, producer, wire } = open();
      const relay = await wire();
      const direct = producer();
      const refused = Promise.withResolvers<Error>();
      const handled = new Map(['late', 'after'].map((id) => [id, Promise.withResolvers<void>()]));
      const { ready } = consumer(async ({ articleId }) => handled.get(articleId)?.resolve(), {
        ...at(relay.url),
        onError: refused.resolve,
      });
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
      const { at, consumer, producer, wire } = open();
      const relay = await wire();
      await relay.mend();
      const began = Promise.withResolvers<void>();
      const never = Promise.withResolvers<void>();
      consumer(() => {
        began.resolve();
        return never.promise;
      }, at(relay.url));
      await producer().submit('extract-article', { articleId: 'orphan' });
      await began.promise;
      await relay.cut();
      const taken = Promise.withResolvers<number>();
      consumer(async (_, { attempt }) => taken.resolve(attempt));
      expect(await taken.promise).toBe(1);
      await relay.mend();
    });
  });

  describe.skipIf(skip)('closing', () => {
    test('waits for the running job and leaves the others', async () => {
      const { consumer, producer } = open();
      const { submit, health } = producer();
      const running = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      let finished = 0;
      const { close } = consumer(async () => {
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
      expect(await health()).toEqual({ waiting: 1, active: 0, delayed: 0, isPaused: false });
    });

    test('gives back at once what does not finish in time, and another takes it', async () => {
      const { consumer, producer } = open();
      const began = Promise.withResolvers<AbortSignal>();
      const { close } = consumer((_, { signal }) => {
        began.resolve(signal);
        return new Promise(() => {});
      });
      const { submit, health } = producer();
      await submit('extract-article', { articleId: 'long' });
      const signal = await began.promise;
      await close(0);
      expect(signal.aborted).toBe(true);
      expect(await health()).toEqual({ waiting: 1, active: 0, delayed: 0, isPaused: false });
      const taken = Promise.withResolvers<number>();
      consumer(async (_, { attempt }) => taken.resolve(attempt));
      expect(await taken.promise).toBe(1);
    });

    test('works while the backend was never there', async () => {
      const { at, consumer, wire } = open();
      const relay = await wire();
      const refused = Promise.withResolvers<Error>();
      const { close } = consumer(async () => {}, { ...at(relay.url), onError: refused.resolve });
      await refused.promise;
      await close();
    });
  });
});
