import { type Handler, UnrecoverableJob } from '@trucewatch/queue';
import type { Extraction } from '@trucewatch/schema';
import { textSignature } from '@trucewatch/status';
import { Refusal, type Store, type StoredArticle } from '@trucewatch/store';
import type { Logger } from 'pino';
import { linkCopies } from './link-copies.ts';
import { attemptsAllowed, type ReadingTools, readingOf } from './read-article.ts';
import { ExtractionFault, TimeLimit } from './threads.ts';

interface Tools extends ReadingTools {
  store: Store;
  log: Logger;
}

/** Takes an article from the store, extracts it and keeps what was found. Twice has the effect of once. */
export function extractArticle({ store, log, ...tools }: Tools): Handler<'extract-article'> {
  return async ({ articleId }, { attempt, signal }) => {
    const begun = performance.now();
    const article = await store.articles.begin(articleId);
    if (!article) throw new UnrecoverableJob(`there is no article ${articleId}`);
    // A doubled job, or one that was done just before its worker died.
    if (article.state !== 'extracting') return;
    if (article.attempts > attemptsAllowed) {
      return giveUp(
        articleId,
        `work on it was begun ${article.attempts - 1} times and never ended: its worker was killed or ran out of memory`,
      );
    }
    const extraction = await extracted(article, attempt, signal);
    await kept(extraction, textSignature(article.text));
    await linkCopies(store, article).catch((error: unknown) =>
      log.warn({ articleId, reason: store.describe(error) }, 'copies were not looked for'),
    );
    log.info(
      { articleId, events: extraction.events.length, ms: Math.round(performance.now() - begun) },
      'extracted',
    );
  };

  async function extracted(
    article: StoredArticle,
    attempt: number,
    signal: AbortSignal,
  ): Promise<Extraction> {
    try {
      return await readingOf(article, tools, signal);
    } catch (error) {
      if (signal.aborted) await store.articles.giveBack(article.id);
      // Once more: the machine may have been busy. Whatever else the extractor does, it does again.
      else if (error instanceof ExtractionFault || (error instanceof TimeLimit && attempt > 1)) {
        return giveUp(article.id, error.message);
      }
      throw error;
    }
  }

  async function kept(extraction: Extraction, signature: string): Promise<void> {
    try {
      await store.extractions.save(extraction, signature);
    } catch (error) {
      if (error instanceof Refusal) return giveUp(extraction.articleId, error.message);
      throw error;
    }
  }

  async function giveUp(articleId: string, reason: string): Promise<never> {
    await store.articles.fail(articleId, reason);
    throw new UnrecoverableJob(reason);
  }
}
