import type { RedisOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { Temper } from './backend.ts';

/** How long one attempt to connect may take, in milliseconds. */
const connectPatience = 3_000;
/** How long a producer waits for the answer to one command, in milliseconds. */
const answerPatience = 4_000;
const longestWait = 2_000;

/** A producer's commands fail when there is no connection; a consumer's wait for one. Both connect again for ever. */
export function redisOptions(url: string, temper: Temper): RedisOptions {
  const common = {
    url,
    connectTimeout: connectPatience,
    retryStrategy: (times: number): number => Math.min(100 * 2 ** Math.min(times, 10), longestWait),
  };
  if (temper === 'consumer') return { ...common, maxRetriesPerRequest: null };
  return { ...common, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: answerPatience };
}

/**
 * Sees that Redis answers.
 * @throws Error when it does not within a few seconds, or refuses
 */
export async function prepareRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: connectPatience,
    commandTimeout: connectPatience,
    // Its timer outlives a socket that was refused, and would hold up the end of the process.
    disconnectTimeout: 100,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: Error | undefined;
  redis.on('error', (error) => {
    cause = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    // What connect rejects with is "Connection is closed"; why is in the event.
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
