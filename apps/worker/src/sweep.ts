import type { Producer } from '@trucewatch/queue';
import type { Store } from '@trucewatch/store';
import type { Logger } from 'pino';
import { every } from './every.ts';

interface SweepTools {
  store: Store;
  producer: Producer;
  log: Logger;
  /** Seconds between two sweeps. */
  every: number;
  /** Seconds after which an article that is being extracted counts as left behind. */
  staleAfter: number;
}

/**
 * Submits again what was accepted or handed in and has no result, the feeds whose time has come, and the runs that read articles anew: the queue may lose every job and all of it still gets done.
 * A job that is in the queue already stays one job. Runs at once and then for ever; its errors are logged and the next
 * round tries again.
 */
export function startSweep({ store, producer, log, every: seconds, staleAfter }: SweepTools): {
  stop(): Promise<void>;
} {
  /** The first one takes whatever waits: nobody was there to queue it. */
  let accepted = 0;
  return every(seconds, async () => {
    try {
      await sweep(accepted);
    } catch (error) {
      log.warn({ reason: store.describe(error) }, 'the sweep failed; the next one tries again');
    }
    accepted = seconds;
  });

  async function sweep(accepted: number): Promise<void> {
    const ids = await store.articles.unfinished({ accepted, extracting: staleAfter });
    await producer.submitMany(
      'extract-article',
      ids.map((articleId) => ({ articleId })),
    );
    const intakes = await store.intakes.unfinished({ waiting: accepted, working: staleAfter });
    await producer.submitMany(
      'read-intake',
      intakes.map((intakeId) => ({ intakeId })),
    );
    const feeds = await store.feeds.due();
    await producer.submitMany(
      'poll-feed',
      feeds.map((feedId) => ({ feedId })),
    );
    const runs = await store.reextractions.open();
    await producer.submitMany(
      'advance-reextraction',
      runs.map((runId) => ({ runId })),
    );
    await store.idempotency.forgetOld();
    if (ids.length > 0) log.info({ articles: ids.length }, 'swept');
  }
}
