import { ownDatabase } from '@trucewatch/local/own-database';
import { ownRedis } from '@trucewatch/local/own-redis';
import { openStore } from '@trucewatch/store';
import { serve } from '../dashboard/served.ts';
import { heading, remark, row } from '../report.ts';
import { targets } from '../targets.ts';
import { articleSource } from './article-source.ts';
import { emptyJobs } from './empty-jobs.ts';
import { makeToken } from './make-token.ts';
import { runWorker } from './run-worker.ts';
import { sendAll, sendSteadily } from './senders.ts';
import { watchProgress } from './watch-progress.ts';

/** Articles sent as fast as they are taken, after as many to warm up as a tenth of them. */
const count = 3_000;
/** Seconds of the steady load. */
const steady = 30;

/**
 * From `POST /api/articles` to events and status in the database, with the dashboard, one worker, PostgreSQL (forced to
 * disk) and the sender on one machine: how many articles a second, and at half of the target how long until each counts.
 */
export async function throughput(): Promise<void> {
  heading('Intake: articles from POST /api/articles to events and status');
  remark(`articles of 4 to 20 sentences about 40 wars, sent by 4 at once in lists of 10`);
  await on('PostgreSQL', undefined, targets.throughputPostgres);
  const redis = await ownRedis();
  if ('missing' in redis) return remark(`not measured on Redis: ${redis.missing}`);
  await on('Redis', redis.url, targets.throughputRedis).finally(redis.stop);
}

async function on(name: string, redisUrl: string | undefined, target: { atLeast: number }): Promise<void> {
  const database = await ownDatabase(undefined, true);
  const { url } = database;
  const store = openStore({ url, onError: () => {} });
  try {
    await store.migrate();
    const none = await emptyJobs({ databaseUrl: url, redisUrl }, store, count);
    const token = await makeToken(store);
    const [served, worker] = await Promise.all([serve(url, redisUrl), runWorker(url, redisUrl)]);
    const progress = watchProgress(store);
    try {
      await progress.ready;
      const next = articleSource();
      await sendAll(served.origin, token, next, count / 10);
      await progress.settled(count / 10);
      const began = performance.now();
      await sendAll(served.origin, token, next, count);
      const accepted = performance.now();
      await progress.settled(count / 10 + count);
      const rate = (1_000 * count) / (performance.now() - began);
      remark(`${name}: accepted at ${((1_000 * count) / (accepted - began)).toFixed(0)} articles/s`);
      row(`${name}: to events and status`, rate, 'articles/s', target);
      row(`${name}: jobs that write one row`, none, 'jobs/s');
      row(`${name}: ratio to such a job`, none / rate, 'times');
      const half = target.atLeast / 2;
      const sent = await sendSteadily(served.origin, token, next, half, half * steady);
      await progress.settled(count / 10 + count + sent.size);
      const waits = await progress.waits(sent);
      waits.sort((a, b) => a - b);
      const part = (share: number) =>
        waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
      remark(`${name}, ${half} articles/s for ${steady} s: half counted within ${part(0.5).toFixed(0)} ms`);
      row(`${name}: until it counts, p95 at half of the target`, part(0.95), 'ms', targets.untilVisible);
    } finally {
      await progress.stop();
      await Promise.all([served.stop(), worker.stop()]);
    }
  } finally {
    await store.close();
    await database.stop();
  }
}
