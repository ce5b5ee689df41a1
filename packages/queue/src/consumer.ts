import { type Job, UnrecoverableError, WaitingError } from 'bullmq';
import { type BackendOptions, type FailedJob, type JobWorker, makeWorker, prepare } from './backend.ts';
import { isJobName, type JobData, type JobName, jobs } from './catalogue.ts';
import { UnrecoverableJob } from './job-errors.ts';
import { pause, settlesWithin } from './pause.ts';

export interface JobContext {
  /** Counts from 1; a job that was given back or whose worker died is on the same attempt again. */
  attempt: number;
  /** Aborts when the consumer closes and the grace is over: stop at once, the job is given back. */
  signal: AbortSignal;
}

/** Does one job. It may be called twice for one job, even at the same time: the effect must be the same as of once. */
export type Handler<Name extends JobName> = (data: JobData<Name>, context: JobContext) => Promise<void>;
export type Handlers = { [Name in JobName]: Handler<Name> };

export interface FailedTry {
  name: string;
  data: unknown;
  attempt: number;
  /** It will not be tried again. */
  final: boolean;
  error: Error;
}

export interface ConsumerOptions extends BackendOptions {
  handlers: Handlers;
  /** Jobs handled at the same time. */
  concurrency: number;
  onFailed?: ((failed: FailedTry) => void) | undefined;
  /** In milliseconds. A job whose worker was not heard of for `lock` goes to another, looked for every `check`. */
  timing?: { lock: number; check: number } | undefined;
}

export interface Consumer {
  /** Resolves once jobs are being taken; stays pending as long as the backend is away. */
  ready: Promise<void>;
  /**
   * Takes no more jobs and lets the running ones finish. After `grace` milliseconds (10 s by default) what still
   * runs is told to stop and given back to the queue. Never rejects.
   */
  close(grace?: number): Promise<void>;
}

const usualTiming = { lock: 30_000, check: 15_000 };
/** A job may take its worker down so many times before it counts as failed. */
const deathsAllowed = 3;
const firstWait = 250;
const longestWait = 10_000;
/** How long a handler that was told to stop may take to undo what it began, in milliseconds. */
const windUpPatience = 2_000;
/** How long giving back may take at the end, in milliseconds: the backend may be away. */
const lastPatience = 3_000;

/** Opens the end that jobs are taken from. Waits for the backend as long as it takes, and again whenever it goes away. */
export function openConsumer(options: ConsumerOptions): Consumer {
  const ready = Promise.withResolvers<void>();
  const closing = new AbortController();
  let worker: JobWorker | undefined;
  const starting = start();

  async function start(): Promise<void> {
    let wait = firstWait;
    while (!closing.signal.aborted) {
      try {
        await prepare(options);
        if (closing.signal.aborted) return;
        worker = workerOf(options);
        await worker.waitUntilReady();
        worker.run().catch((error: Error) => options.onError(error));
        ready.resolve();
        return;
      } catch (error) {
        options.onError(error as Error);
        await worker?.close(true);
        worker = undefined;
        await pause(wait, closing.signal);
        wait = Math.min(wait * 2, longestWait);
      }
    }
  }

  async function close(grace = 10_000): Promise<void> {
    closing.abort();
    await settlesWithin(lastPatience, starting);
    if (!worker) return;
    const closed = worker.close();
    if (await settlesWithin(grace, closed)) return;
    worker.cancelAllJobs('the worker stops');
    if (await settlesWithin(lastPatience, closed)) return;
    // The backend is away: its own lock will run out and another worker takes the jobs.
    await settlesWithin(lastPatience, worker.disconnect());
  }

  return { ready: ready.promise, close };
}

function workerOf(options: ConsumerOptions): JobWorker {
  const { lock, check } = options.timing ?? usualTiming;
  return makeWorker(
    options,
    (job, token, signal) => perform(job, token, signal ?? new AbortController().signal, options.handlers),
    {
      autorun: false,
      concurrency: options.concurrency,
      lockDuration: lock,
      stalledInterval: check,
      maxStalledCount: deathsAllowed,
      runRetryDelay: 1_000,
    },
    (job, error) => options.onFailed?.(failedTry(job, error)),
  );
}

async function perform(
  job: Job,
  token: string | undefined,
  signal: AbortSignal,
  handlers: Handlers,
): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const stop = (): void => aborted.reject(new WaitingError());
  signal.addEventListener('abort', stop);
  const work = handle(job, signal, handlers);
  try {
    await Promise.race([work, aborted.promise]);
  } catch (error) {
    if (signal.aborted) {
      await settlesWithin(windUpPatience, work);
      await job.moveToWait(token);
      throw new WaitingError();
    }
    throw error instanceof UnrecoverableJob ? new UnrecoverableError(error.message) : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function handle(
  { name, data, attemptsMade }: Job,
  signal: AbortSignal,
  handlers: Handlers,
): Promise<void> {
  if (!isJobName(name)) throw new UnrecoverableJob(`there is no job "${name}" in this version`);
  const parsed = jobs[name].data.safeParse(data);
  if (!parsed.success) throw new UnrecoverableJob(`malformed: ${parsed.error.issues[0]?.message}`);
  const handler = handlers[name] as (data: unknown, context: JobContext) => Promise<void>;
  await handler(parsed.data, { attempt: attemptsMade + 1, signal });
}

function failedTry(job: FailedJob | undefined, error: Error): FailedTry {
  return {
    name: job?.name ?? 'unknown',
    data: job?.data,
    attempt: job?.attemptsMade ?? 0,
    final: job?.finishedOn !== undefined,
    error,
  };
}
