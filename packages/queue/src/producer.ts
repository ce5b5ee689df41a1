import type { JobType } from 'bullmq';
import { type BackendOptions, type JobQueue, makeQueue, placeOf, prepare } from './backend.ts';
import { envelope, type JobData, type JobName } from './catalogue.ts';
import { QueueUnavailable } from './job-errors.ts';

/** Number of jobs by state. Finished ones are not kept. */
export interface QueueHealth {
  /** Ready to be taken. */
  waiting: number;
  /** Being handled now. */
  active: number;
  /** Waiting for their next try. */
  delayed: number;
  /** No job is taken until it goes on. */
  isPaused: boolean;
}

export interface Producer {
  /**
   * Queues a job; does nothing when one with the same key is waiting or to be tried again, nor when one runs, unless its kind
   * is done once more then.
   * @throws QueueUnavailable within seconds when the backend is away; ZodError when the data is wrong
   */
  submit<Name extends JobName>(name: Name, data: JobData<Name>): Promise<void>;
  /** The same for many, in few round trips. */
  submitMany<Name extends JobName>(name: Name, data: JobData<Name>[]): Promise<void>;
  health(): Promise<QueueHealth>;
  /** No worker takes another job until `resume`; what runs is finished, what comes in waits. It outlives a restart. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Drops every job, the running ones too. Nothing is lost by it: the worker's sweep submits what lacks a result. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** How long any call may take, in milliseconds. */
const patience = 5_000;
/** Jobs handed over in one round trip. */
const batch = 500;
/**
 * So few are handed over one by one: BullMQ's bulk statement makes two temporary tables in PostgreSQL each time, which
 * takes 4 ms of its processor, and one job 0.2 ms (measured).
 */
const few = 20;

/** In a queue that is paused what waits is `paused` on PostgreSQL and `wait` on Redis; the types know of one only. */
const counted = ['wait', 'paused', 'prioritized', 'active', 'delayed'] as JobType[];

/** Opens the end that jobs are put in at. Connects at the first call and fails fast: somebody is waiting for the answer. */
export function openProducer(options: BackendOptions): Producer {
  let opening: Promise<JobQueue> | undefined;

  function queue(): Promise<JobQueue> {
    opening ??= prepare(options).then(() => makeQueue(options));
    // A failure is not remembered: the next call tries again.
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  }

  async function call<T>(work: (queue: JobQueue) => Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`no answer within ${patience / 1_000} s`)),
      patience,
    );
    try {
      return await Promise.race([queue().then(work), late.promise]);
    } catch (error) {
      throw new QueueUnavailable(`The queue (${placeOf(options)}) does not answer: ${reasonOf(error)}.`, {
        cause: error,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async submit(name, data) {
      const { opts, data: parsed } = envelope(name, data);
      await call((jobs) => jobs.add(name, parsed, opts));
    },
    async submitMany(name, data) {
      const envelopes = data.map((each) => envelope(name, each));
      if (envelopes.length <= few) {
        // One after the other: what is handed over first is taken first.
        await call(async (jobs) => {
          for (const each of envelopes) await jobs.add(name, each.data, each.opts);
        });
        return;
      }
      for (let start = 0; start < envelopes.length; start += batch) {
        await call((jobs) => jobs.addBulk(envelopes.slice(start, start + batch)));
      }
    },
    health: () =>
      call(async (jobs) => {
        const [counts, isPaused] = await Promise.all([jobs.getJobCounts(...counted), jobs.isPaused()]);
        const { wait = 0, paused = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
        return { waiting: wait + paused + prioritized, active, delayed, isPaused };
      }),
    pause: () => call((jobs) => jobs.pause()),
    resume: () => call((jobs) => jobs.resume()),
    flush: () => call((jobs) => jobs.obliterate({ force: true })),
    async close() {
      const jobs = await opening?.catch(() => undefined);
      await jobs?.close();
    },
  };
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
