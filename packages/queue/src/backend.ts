import { type Processor, Queue, Worker, type WorkerOptions } from 'bullmq';
import { postgresFactory, preparePostgres } from './postgres.ts';
import { prepareRedis, redisOptions } from './redis.ts';

export interface BackendOptions {
  /** redis://host:port; when absent, jobs are kept in PostgreSQL. */
  redisUrl?: string | undefined;
  databaseUrl: string;
  /** Told of lost connections and whatever else goes wrong outside of a call. */
  onError: (error: Error) => void;
  /** Key prefix in Redis, schema in PostgreSQL; `trucewatch_queue` by default. */
  namespace?: string | undefined;
}

/** producer: gives up in seconds; consumer: tries for ever. */
export type Temper = 'producer' | 'consumer';

export type JobQueue = Pick<
  Queue,
  'add' | 'addBulk' | 'getJobCounts' | 'obliterate' | 'pause' | 'resume' | 'isPaused' | 'close'
>;
export type JobWorker = Pick<Worker, 'waitUntilReady' | 'run' | 'close' | 'cancelAllJobs' | 'disconnect'>;

const defaultNamespace = 'trucewatch_queue';
const queueName = 'jobs';

/**
 * Sees that the backend answers and holds what BullMQ needs. BullMQ remembers a failed first connection for ever,
 * so nothing of it is made before this has succeeded once.
 */
export function prepare({
  redisUrl,
  databaseUrl,
  namespace = defaultNamespace,
}: BackendOptions): Promise<void> {
  return redisUrl ? prepareRedis(redisUrl) : preparePostgres(databaseUrl, namespace);
}

/** Where jobs are kept, for messages: never holds a password. */
export function placeOf({ redisUrl, databaseUrl }: BackendOptions): string {
  const url = redisUrl ?? databaseUrl;
  return `${redisUrl ? 'Redis' : 'PostgreSQL'} at ${URL.canParse(url) ? new URL(url).host : 'an address that is none'}`;
}

export function makeQueue({
  redisUrl,
  databaseUrl,
  namespace = defaultNamespace,
  onError,
}: BackendOptions): JobQueue {
  if (redisUrl) {
    const queue = new Queue(queueName, { connection: redisOptions(redisUrl, 'producer'), prefix: namespace });
    queue.on('error', onError);
    return queue;
  }
  const queue = new Queue(queueName, { connection: { databaseUrl, namespace } }, postgresFactory('producer'));
  queue.on('error', onError);
  return queue;
}

export function makeWorker(
  { redisUrl, databaseUrl, namespace = defaultNamespace, onError }: BackendOptions,
  processor: Processor,
  options: Omit<WorkerOptions, 'connection' | 'prefix'>,
  onFailed: (job: FailedJob | undefined, error: Error) => void,
): JobWorker {
  if (redisUrl) {
    const connection = redisOptions(redisUrl, 'consumer');
    const worker = new Worker(queueName, processor, { ...options, connection, prefix: namespace });
    worker.on('error', onError).on('failed', onFailed);
    return worker;
  }
  const connection = { databaseUrl, namespace };
  const worker = new Worker(queueName, processor, { ...options, connection }, postgresFactory('consumer'));
  worker.on('error', onError).on('failed', onFailed);
  return worker;
}

export interface FailedJob {
  name: string;
  data: unknown;
  attemptsMade: number;
  finishedOn?: number | undefined;
}
