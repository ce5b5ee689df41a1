import { createHash } from 'node:crypto';
import * as z from 'zod';

interface JobKind<Schema extends z.ZodType> {
  /** What the job carries: ids only, never texts. Parsed when submitted and again before it is handled. */
  data: Schema;
  /** Two jobs of a kind with one key are one job for as long as the first is not done. */
  key: (data: z.infer<Schema>) => string;
  /** One that is submitted while the first runs is done after it: the first may no longer see what has changed. */
  isOnceMore?: boolean;
  /** How often it is tried in all when its handler throws. */
  attempts: number;
  /** Milliseconds before the second try; doubled before each further one. */
  backoff: number;
  /** Above 0 it is taken after all that have none; the lower number first. */
  priority?: number;
}

function kind<Schema extends z.ZodType>(definition: JobKind<Schema>): JobKind<Schema> {
  return definition;
}

/** Every job there is. A consumer must bring a handler for each. */
export const jobs = {
  'extract-article': kind({
    data: z.strictObject({ articleId: z.string().min(1).max(300) }),
    key: ({ articleId }) => articleId,
    // Half a minute of outage in all; what takes longer is the sweep's business.
    attempts: 7,
    backoff: 500,
  }),
  'read-intake': kind({
    data: z.strictObject({ intakeId: z.string().min(1).max(100) }),
    key: ({ intakeId }) => intakeId,
    isOnceMore: true,
    // A site that does not answer: five minutes in all, then the intake is refused with the reason.
    attempts: 7,
    backoff: 5_000,
  }),
  'poll-feed': kind({
    data: z.strictObject({ feedId: z.string().min(1).max(100) }),
    key: ({ feedId }) => feedId,
    isOnceMore: true,
    // How often a feed is looked at is the database's business; the sweep asks for those that are due.
    attempts: 2,
    backoff: 5_000,
  }),
  'deliver-alert': kind({
    data: z.strictObject({ deliveryId: z.string().min(1).max(100) }),
    key: ({ deliveryId }) => deliveryId,
    // When it is tried again after a receiver failed is the database's business too.
    attempts: 2,
    backoff: 5_000,
  }),
  'advance-reextraction': kind({
    data: z.strictObject({ runId: z.string().min(1).max(100) }),
    key: ({ runId }) => runId,
    isOnceMore: true,
    attempts: 7,
    backoff: 500,
  }),
  'reextract-article': kind({
    data: z.strictObject({ runId: z.string().min(1).max(100), articleId: z.string().min(1).max(300) }),
    key: ({ runId, articleId }) => `${runId} ${articleId}`,
    attempts: 7,
    backoff: 500,
    // What was read once already holds up nothing new.
    priority: 10,
  }),
};

export type JobName = keyof typeof jobs;
export type JobData<Name extends JobName> = z.infer<(typeof jobs)[Name]['data']>;

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

/**
 * The job as the backend is given it.
 * @throws ZodError when the data is not what the kind asks for
 */
export function envelope<Name extends JobName>(name: Name, data: JobData<Name>) {
  // Which name goes with which data is checked by the signature; inside, each kind takes its own.
  const definition: JobKind<z.ZodType<JobData<Name>>> = jobs[name] as never;
  const parsed = definition.data.parse(data);
  // Hashed: BullMQ takes no colon in an id, and no number; an article's id may be either.
  const id = `${name}-${createHash('sha256').update(definition.key(parsed)).digest('hex').slice(0, 32)}`;
  return {
    name,
    data: parsed,
    opts: {
      ...(definition.isOnceMore ? { deduplication: { id, keepLastIfActive: true } } : { jobId: id }),
      attempts: definition.attempts,
      backoff: { type: 'exponential', delay: definition.backoff },
      ...(definition.priority !== undefined && { priority: definition.priority }),
      // A job that is over leaves nothing behind, so that it can be submitted again. What became of it is in the store.
      removeOnComplete: true,
      removeOnFail: true,
      stackTraceLimit: 1,
    },
  };
}
