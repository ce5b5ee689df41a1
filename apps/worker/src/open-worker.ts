import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type FetcherOptions, openFetcher, openPoster } from '@trucewatch/ingest/fetch';
import { openReadingThread } from '@trucewatch/ingest/reading';
import { openConsumer, openProducer } from '@trucewatch/queue';
import { openStore, Refusal, type Store } from '@trucewatch/store';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import { deliverAlert } from './alerts/deliver-alert.ts';
import { type MailSettings, openMailer } from './alerts/mailer.ts';
import { startTelling } from './alerts/tell.ts';
import type { ModelChoice } from './ask-model.ts';
import { startDeriving } from './derive.ts';
import { extractArticle } from './extract-article.ts';
import { pollFeed } from './intake/poll-feed.ts';
import { readIntake } from './intake/read-intake.ts';
import { advanceReextraction } from './reextraction/advance-reextraction.ts';
import { reextractArticle } from './reextraction/reextract-article.ts';
import { signArticles } from './sign-articles.ts';
import { startSweep } from './sweep.ts';
import { openThreads } from './threads.ts';
import { startWatch } from './watch.ts';

export interface WorkerSettings {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** Articles read at the same time, each on a thread of its own. */
  concurrency: number;
  /** Seconds that one article may take. */
  seconds: number;
  /** A language model that is asked first; without one nothing leaves the machine. */
  model?: ModelChoice | undefined;
  /** Under which name pages and feeds are fetched, and which of one's own network may be. */
  fetch?: Pick<FetcherOptions, 'contact' | 'alsoAllowed'> | undefined;
  /** What runs on the threads. */
  script: URL;
  namespace?: string;
  /** In seconds; see sweep. */
  sweep?: { every: number; staleAfter: number };
  /** From where mail is sent; without it alerts go to webhooks alone. */
  mail?: MailSettings | undefined;
  /** In seconds: between two looks at what is to be told, and until what failed is tried again. */
  alerts?: { every: number; firstWait: number };
  /** Seconds until what could not be derived is tried again. */
  retryAfter?: number;
  /** In milliseconds; see the queue's consumer. */
  timing?: { lock: number; check: number };
}

export interface OpenWorker {
  /** True once articles are being taken, false when closed before; rejects when the database is of a newer version. */
  ready: Promise<boolean>;
  /** Finishes what runs, or after `grace` milliseconds gives it back. */
  close(grace?: number): Promise<void>;
}

/**
 * Jobs under way for each thread: while one article is read, others are fetched and kept, which share their statements.
 * Measured with `npm run bench -- throughput`.
 */
const jobsPerThread = 128;
/** The same where a model is asked, which takes seconds: of each thread's jobs it has one. */
const jobsPerModel = 4;
/** Connections to the database: of them the fold and each group of statements hold one. */
const connections = 8;

/** Waits for the database and the queue as long as it takes, then extracts every article that is accepted. */
export function openWorker(settings: WorkerSettings, log: Logger): OpenWorker {
  const { databaseUrl, redisUrl, namespace, concurrency, seconds, model } = settings;
  const onError = (error: Error): void => log.warn({ reason: store.describe(error) }, 'connection trouble');
  const store = openStore({ url: databaseUrl, onError, max: connections });
  const onQueueError = (error: Error): void =>
    log.warn({ reason: error.message || String(error) }, 'queue trouble');
  const backend = { databaseUrl, redisUrl, namespace, onError: onQueueError };
  const producer = openProducer(backend);
  const threads = openThreads(settings.script, concurrency);
  const turns = pLimit(concurrency);
  const fetcher = openFetcher(settings.fetch);
  const poster = openPoster({ alsoAllowed: settings.fetch?.alsoAllowed });
  const mailer = settings.mail && openMailer(settings.mail);
  const reading = openReadingThread();
  const intake = { store, producer, fetcher, reading, log };
  const closing = new AbortController();
  let stop = async (_grace: number): Promise<void> => {};
  const ready = start();

  async function start(): Promise<boolean> {
    await databaseReady(store, log, closing.signal);
    if (closing.signal.aborted) return false;
    const { every: lookEvery, firstWait } = settings.alerts ?? { every: 30, firstWait: 30 };
    const ask = model && (await (await import('./ask-model.ts')).openAsking(model, log));
    const consumer = openConsumer({
      ...backend,
      concurrency: concurrency * (ask ? jobsPerModel : jobsPerThread),
      timing: settings.timing,
      handlers: {
        'extract-article': extractArticle({ store, threads, turns, log, seconds, ask }),
        'read-intake': readIntake(intake),
        'poll-feed': pollFeed(intake),
        'deliver-alert': deliverAlert({ store, poster, mailer, log, firstWait }),
        'advance-reextraction': advanceReextraction({ store, producer, log }),
        'reextract-article': reextractArticle({ store, threads, turns, log, seconds, ask }),
      },
      onFailed: ({ data, attempt, final, error }) =>
        log.warn(
          { data, attempt, final, reason: store.describe(error) },
          final ? 'job failed' : 'job will be tried again',
        ),
    });
    // What waits for the model is not lost.
    const patience = seconds + (model?.seconds ?? 0);
    const { every, staleAfter } = settings.sweep ?? { every: 60, staleAfter: 2 * patience + 60 };
    const sweep = startSweep({ store, producer, log, every, staleAfter });
    const watch = startWatch({
      store,
      producer,
      log,
      backend: redisUrl ? 'Redis' : 'PostgreSQL',
      concurrency,
    });
    const telling = startTelling({
      store,
      producer,
      log,
      every: lookEvery,
      mailFrom: settings.mail?.from ?? null,
    });
    const deriving = startDeriving({
      store,
      log,
      retryAfter: settings.retryAfter ?? 30,
      isBusy: threads.isBusy,
    });
    const signing = signArticles(store, log, closing.signal);
    stop = async (grace) => {
      await sweep.stop();
      await telling.stop();
      await signing;
      await consumer.close(grace);
      await watch.stop();
      await deriving.close();
    };
    await Promise.race([consumer.ready, once(closing.signal, 'abort')]);
    return !closing.signal.aborted;
  }

  return {
    ready,
    async close(grace = 10_000) {
      closing.abort();
      await stop(grace);
      await threads.close();
      await reading.close();
      await fetcher.close();
      await poster.close();
      mailer?.close();
      await producer.close();
      await store.close();
    },
  };
}

async function databaseReady(store: Store, log: Logger, signal: AbortSignal): Promise<void> {
  for (let seconds = 0.5; !signal.aborted; seconds = Math.min(seconds * 2, 10)) {
    try {
      return await store.checkVersion();
    } catch (error) {
      if (error instanceof Refusal && error.code === 'database_newer') throw error;
      log.warn({ reason: store.describe(error) }, 'waiting for the database');
      await wait(seconds * 1_000, undefined, { signal }).catch(() => {});
    }
  }
}
