import { type Handler, UnrecoverableJob } from '@trucewatch/queue';
import { eventDifferences, tallyOf } from '@trucewatch/status';
import { Refusal, type Store } from '@trucewatch/store';
import type { Logger } from 'pino';
import { attemptsAllowed, type ReadingTools, readingOf } from '../read-article.ts';
import { ExtractionFault, TimeLimit } from '../threads.ts';

interface Tools extends ReadingTools {
  store: Pick<Store, 'articles' | 'reextractions'>;
  log: Logger;
}

/**
 * Reads an article anew for a run and keeps what differs from what counts, beside it. A run that was stopped, or an article
 * that was done already, is left alone. Twice has the effect of once.
 */
export function reextractArticle({ store, log, ...tools }: Tools): Handler<'reextract-article'> {
  return async ({ runId, articleId }, { attempt, signal }) => {
    const { reextractions } = store;
    const task = await reextractions.begin(runId, articleId);
    if (!task) return;
    const giveUp = async (reason: string): Promise<never> => {
      await reextractions.fail(runId, articleId, reason);
      throw new UnrecoverableJob(reason);
    };
    if (task.attempts > attemptsAllowed)
      return giveUp(`work on it was begun ${task.attempts - 1} times and never ended`);
    const article = await store.articles.get(articleId);
    if (!article) throw new UnrecoverableJob(`there is no article ${articleId}`);
    try {
      const extraction = await readingOf(article, tools, signal);
      const differences = eventDifferences(task.events, extraction.events);
      await reextractions.keep(
        runId,
        task,
        { extraction, differences, tally: tallyOf(differences) },
        article,
      );
      log.debug({ runId, articleId, differences: differences.length }, 'read anew');
    } catch (error) {
      const isHopeless =
        error instanceof ExtractionFault ||
        error instanceof Refusal ||
        (error instanceof TimeLimit && attempt > 1);
      if (isHopeless && !signal.aborted) return giveUp(error.message);
      throw error;
    }
  };
}
