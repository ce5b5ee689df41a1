import { type BackendOptions, type Handlers, jobs, openConsumer, openProducer } from '@trucewatch/queue';
import type { Store } from '@trucewatch/store';

/** Jobs a second on the same queue, each of which writes one row and does nothing else. */
export async function emptyJobs(
  place: Pick<BackendOptions, 'databaseUrl' | 'redisUrl'>,
  store: Store,
  count: number,
): Promise<number> {
  const options = { ...place, namespace: 'bench_empty', onError: () => {} };
  const producer = openProducer(options);
  const done = Promise.withResolvers<void>();
  let left = count;
  const began = performance.now();
  await producer.submitMany(
    'extract-article',
    Array.from({ length: count }, (_, number) => ({ articleId: `empty-${number}` })),
  );
  const consumer = openConsumer({
    ...options,
    concurrency: 10,
    handlers: everyJob(async () => {
      await store.audit.add({ who: 'bench', act: 'bench.empty' });
      if (--left === 0) done.resolve();
    }),
  });
  await done.promise;
  const rate = (1_000 * count) / (performance.now() - began);
  await consumer.close();
  await producer.close();
  return rate;
}

function everyJob(handle: () => Promise<void>): Handlers {
  return Object.fromEntries(Object.keys(jobs).map((name) => [name, handle])) as unknown as Handlers;
}
