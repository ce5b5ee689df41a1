import { log } from './log.ts';
import type { Services } from './services.ts';

/** Queues articles that were accepted; while the queue is away the worker's sweep does it later. */
export async function queueArticles(
  { producer }: Pick<Services, 'producer'>,
  ids: readonly string[],
): Promise<void> {
  try {
    await producer.submitMany(
      'extract-article',
      ids.map((articleId) => ({ articleId })),
    );
  } catch (error) {
    log.warn({ err: error, articles: ids.length }, 'queued later: the queue does not answer');
  }
}
