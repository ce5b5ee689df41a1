import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { extractor } from '@trucewatch/extraction';
import type { Producer } from '@trucewatch/queue';
import { beatEvery, type Store, sampleEvery } from '@trucewatch/store';
import type { Logger } from 'pino';
import { every } from './every.ts';

interface WatchTools {
  store: Pick<Store, 'workers' | 'load' | 'describe'>;
  producer: Pick<Producer, 'health'>;
  log: Logger;
  backend: string;
  concurrency: number;
}

/**
 * Says that this worker is alive, and notes how long the queue is, for operators to see. What fails is left out: nobody
 * waits for it, and a worker that cannot reach the database shows as gone, which it is.
 */
export function startWatch({ store, producer, log, backend, concurrency }: WatchTools): {
  stop(): Promise<void>;
} {
  const id = randomUUID();
  const beat = {
    id,
    host: hostname(),
    pid: process.pid,
    backend,
    concurrency,
    version: extractor.version,
    startedAt: new Date().toISOString(),
  };
  const quietly = (work: () => Promise<unknown>) => async () => {
    await work().catch((error: unknown) => log.debug({ reason: store.describe(error) }, 'not noted'));
  };
  const rounds = [
    every(
      beatEvery,
      quietly(() => store.workers.beat(beat)),
    ),
    every(
      sampleEvery,
      quietly(async () => store.load.sample(await producer.health())),
    ),
  ];
  return {
    async stop() {
      await Promise.all(rounds.map((round) => round.stop()));
      await quietly(() => store.workers.leave(id))();
    },
  };
}
