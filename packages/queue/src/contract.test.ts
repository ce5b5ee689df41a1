import { testDatabase, testRedisUrl } from '@trucewatch/local/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { makeQueue } from './backend.ts';
import type { FailedTry, Handler } from './consumer.ts';
import { UnrecoverableJob } from './job-errors.ts';
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

/** What both backends must do alike while all is well, and when a handler fails. */
describe.each(backends)('the queue on $backend', ({ backend, skip }) => {
  const redisUrl = backend === 'Redis' ? redis : null;
  const open = () => workbench({ databaseUrl: database.url, redisUrl, onEnd: onTestFinished });

  describe.skipIf(skip)('delivery', () => {
    test('a job is handled once, with what it carries', async () => {
      const { consumer, producer } = open();
      const handled: string[] = [];
      const last = Promise.withResolvers<void>();
      consumer(async ({ articleId }) => {
        handled.push(articleId);
        if (articleId === 'last') last.resolve();
      });
      const { submit, health } = producer();
      for (const articleId of ['a:1', '42', 'last']) await submit('extract-article', { articleId });
      await last.promise;
      expect(handled).toEqual(['a:1', '42', 'last']);
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
    });

    test('the same article is one job while it waits or runs, and can be submitted again when it is done', async () => {
      const { consumer, producer } = open();
      const { submit, submitMany, health } = producer();
      const one = { articleId: 'one' };
      await Promise.all([submit('extract-article', one), submit('extract-article', one)]);
      await submitMany('extract-article', [one, one, { articleId: 'two' }]);
      expect(await health()).toEqual({ waiting: 2, active: 0, delayed: 0, isPaused: false });

      const handled: string[] = [];
      const running = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      const again = Promise.withResolvers<void>();
      consumer(async ({ articleId }) => {
        handled.push(articleId);
        running.resolve();
        if (handled.length === 3) again.resolve();
        await go.promise;
      });
      await running.promise;
      await submit('extract-article', one);
      expect(await health()).toMatchObject({ waiting: 1, active: 1 });
      go.resolve();
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
      expect(handled.toSorted()).toEqual(['one', 'two']);
      await submit('extract-article', one);
      await again.promise;
    });

    test('what was handed in is one job while it waits; submitted while it runs, it is read once more after that', async () => {
      const { consumer, producer } = open();
      const { submit, submitMany, health } = producer();
      const one = { intakeId: 'one' };
      await submit('read-intake', one);
      await submitMany('read-intake', [one, one]);
      await submitMany('read-intake', Array(30).fill(one));
      expect(await health()).toEqual({ waiting: 1, active: 0, delayed: 0, isPaused: false });
      const running = Promise.withResolvers<void>();
      const go = Promise.withResolvers<void>();
      let times = 0;
      let atOnce = 0;
      const none = async () => {};
      consumer(none, {
        concurrency: 4,
        handlers: {
          'extract-article': none,
          'poll-feed': none,
          'deliver-alert': none,
          'advance-reextraction': none,
          'reextract-article': none,
          'read-intake': async () => {
            times++;
            expect(++atOnce).toBe(1);
            running.resolve();
            await go.promise;
            atOnce--;
            // The second time it fails for good: neither does that stand in the way of the next.
            if (times === 2) throw new UnrecoverableJob('nothing is there');
          },
        },
      });
      await running.promise;
      for (let more = 0; more < 3; more++) await submit('read-intake', one);
      go.resolve();
      await expect.poll(() => times).toBe(2);
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
      await submit('read-intake', one);
      await expect.poll(() => times).toBe(3);
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
      expect(times).toBe(3);
    });

    test('a paused queue gives out nothing, and goes on with all that came in meanwhile', async () => {
      const { consumer, producer } = open();
      const { submit, pause, resume, health } = producer();
      await pause();
      const handled: string[] = [];
      const both = Promise.withResolvers<void>();
      const { ready } = consumer(async ({ articleId }) => {
        handled.push(articleId);
        if (handled.length === 2) both.resolve();
      });
      await ready;
      await submit('extract-article', { articleId: 'one' });
      await submit('extract-article', { articleId: 'two' });
      expect(await health()).toEqual({ waiting: 2, active: 0, delayed: 0, isPaused: true });
      expect(handled).toEqual([]);
      await resume();
      await both.promise;
      await expect.poll(health).toEqual({ waiting: 0, active: 0, delayed: 0, isPaused: false });
    });

    test('what was read once already waits until all that is new was taken', async () => {
      const { consumer, producer } = open();
      const { submit, submitMany, health } = producer();
      await submitMany('reextract-article', [
        { runId: 'run', articleId: 'old 1' },
        { runId: 'run', articleId: 'old 2' },
      ]);
      await submit('extract-article', { articleId: 'new' });
      expect((await health()).waiting).toBe(3);
      const handled: string[] = [];
      const last = Promise.withResolvers<void>();
      const handler = async ({ articleId }: { articleId: string }) => {
        handled.push(articleId);
        if (handled.length === 3) last.resolve();
      };
      const none = async () => {};
      const handlers = {
        'read-intake': none,
        'poll-feed': none,
        'deliver-alert': none,
        'advance-reextraction': none,
      };
      consumer(handler, {
        handlers: { ...handlers, 'extract-article': handler, 'reextract-article': handler },
      });
      await last.promise;
      expect(handled).toEqual(['new', 'old 1', 'old 2']);
    });

    test('a flushed queue is empty, and what it held can be submitted again', async () => {
      const { consumer, producer } = open();
      const { submit, flush, health } = producer();
      await submit('read-intake', { intakeId: 'lost' });
      await submit('extract-article', { articleId: 'lost' });
      await flush();
      expect((await health()).waiting).toBe(0);
      await submit('extract-article', { articleId: 'lost' });
      await submit('read-intake', { intakeId: 'lost' });
      expect((await health()).waiting).toBe(2);
      const handled = Promise.withResolvers<string>();
      consumer(async ({ articleId }) => handled.resolve(articleId));
      expect(await handled.promise).toBe('lost');
    });
  });

  describe.skipIf(skip)('failure', () => {
    test('a thrown error is retried after a wait', async () => {
      const { consumer, producer } = open();
      const attempts: { attempt: number; at: number }[] = [];
      const done = Promise.withResolvers<void>();
      consumer(async (_, { attempt }) => {
        attempts.push({ attempt, at: performance.now() });
        if (attempt < 2) throw new Error('the database is away');
        done.resolve();
      });
      await producer().submit('extract-article', { articleId: 'shaky' });
      await done.promise;
      expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
      const [first, second] = attempts;
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(450);
    });

    test('what is hopeless is tried once and leaves the way free', async () => {
      const { consumer, producer } = open();
      const failed: FailedTry[] = [];
      const both = Promise.withResolvers<void>();
      const onFailed = (one: FailedTry): void => {
        failed.push(one);
        if (failed.length === 2) both.resolve();
      };
      const refuse: Handler<'extract-article'> = async () => {
        throw new UnrecoverableJob('there is no such article');
      };
      consumer(refuse, { onFailed });
      await producer().submit('extract-article', { articleId: 'gone' });
      await expect.poll(() => failed.length).toBe(1);
      await producer().submit('extract-article', { articleId: 'gone' });
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
      const { options, consumer, producer } = open();
      await producer().health();
      const raw = makeQueue(options);
      onTestFinished(() => raw.close());
      await raw.add(name, data, { attempts: 5 });
      const failed = Promise.withResolvers<FailedTry>();
      consumer(async () => {}, { onFailed: failed.resolve });
      expect(await failed.promise).toMatchObject({
        final: true,
        error: { message: expect.stringMatching(words) },
      });
    });

    test('wrong data does not get in', async () => {
      await expect(open().producer().submit('extract-article', { articleId: '' })).rejects.toThrow(
        /articleId/,
      );
    });
  });
});
