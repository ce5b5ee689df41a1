import { pino } from 'pino';
import { fetchOf, mailOf, modelOf, readEnv } from './env.ts';
import { openWorker } from './open-worker.ts';

const env = readEnv();
const log = pino({ name: 'worker', level: env.LOG_LEVEL });
const worker = openWorker(
  {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    concurrency: env.WORKER_CONCURRENCY,
    seconds: env.EXTRACTION_SECONDS,
    model: modelOf(env),
    fetch: fetchOf(env),
    mail: mailOf(env),
    script: new URL('./extraction-thread.ts', import.meta.url),
  },
  log,
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    log.info({ signal }, 'stopping');
    await worker.close();
    log.info('stopped');
    process.exit(0);
  });
}
try {
  if (await worker.ready) log.info({ queue: env.REDIS_URL ? 'redis' : 'postgresql' }, 'ready');
} catch (error) {
  log.fatal({ reason: (error as Error).message }, 'cannot start');
  process.exit(1);
}
