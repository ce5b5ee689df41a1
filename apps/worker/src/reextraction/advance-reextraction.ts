import type { Handler, Producer } from '@trucewatch/queue';
import type { Store } from '@trucewatch/store';
import type { Logger } from 'pino';

interface Tools {
  store: Pick<Store, 'reextractions'>;
  producer: Pick<Producer, 'submitMany'>;
  log: Logger;
}

/** Articles of a run that are in the queue at a time: more than workers read between two sweeps, which bring the next. */
const window = 10_000;

/**
 * Brings a run forward: makes what was accepted count, batch by batch, and queues the articles that wait to be read. It may
 * be asked for at any time: what is queued already stays one job.
 */
export function advanceReextraction({ store, producer, log }: Tools): Handler<'advance-reextraction'> {
  return async ({ runId }, { signal }) => {
    const { reextractions } = store;
    while (!signal.aborted && (await reextractions.apply(runId)) > 0);
    signal.throwIfAborted();
    await reextractions.settle(runId);
    const ids = await reextractions.waiting(runId, window);
    await producer.submitMany(
      'reextract-article',
      ids.map((articleId) => ({ runId, articleId })),
    );
    if (ids.length > 0) log.info({ runId, articles: ids.length }, 'queued to be read anew');
  };
}
