import { setImmediate } from 'node:timers/promises';
import { textSignature } from '@trucewatch/status';
import type { Store } from '@trucewatch/store';
import type { Logger } from 'pino';

/** Articles that were extracted before copies were looked for get what copies are told by. Ends by itself; an error is logged. */
export async function signArticles(
  store: Pick<Store, 'articles' | 'describe'>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  try {
    while (!signal.aborted) {
      const articles = await store.articles.unsigned(100);
      if (articles.length === 0) return;
      for (const { id, text } of articles) {
        await store.articles.sign(id, textSignature(text));
        await setImmediate();
      }
      log.info({ articles: articles.length }, 'signed');
    }
  } catch (error) {
    log.warn(
      { reason: store.describe(error) },
      'articles were not signed; it is tried again at the next start',
    );
  }
}
