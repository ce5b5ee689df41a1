import { QueueUnavailable } from '@trucewatch/queue';
import type { ReadArticle, Reextraction } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import type { ReadArticleView, RunView } from '#lib/reextraction/view.ts';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import { articlePath, sourceName } from '../views/sentence.ts';
import { differenceView } from './differences.ts';
import { scopeWords } from './scope.ts';

/** Runs as pages show them. `now`: epoch milliseconds UTC. */
export async function runViews(
  { store, digests }: Pick<Services, 'store' | 'digests'>,
  runs: readonly Reextraction[],
  now: number,
): Promise<RunView[]> {
  const [{ conflicts }, authors] = await Promise.all([
    digests.all(now),
    store.people.names([...new Set(runs.map(({ author }) => author))]),
  ]);
  const names = new Map(conflicts.map(({ id, name }) => [id, name]));
  return runs.map(({ id, state, extractors, startedAt, counts, total, scope, author }) => ({
    ...{ id, state, extractors, startedAt, counts, total },
    href: `/reextraction/${encodeURIComponent(id)}`,
    scope: scopeWords(scope, (conflictId) => names.get(conflictId) ?? conflictId),
    author: authors.get(author) ?? author,
  }));
}

/** Of one article so many differences are shown: a page has twenty of them. */
const mostDifferences = 100;

export function readArticleView(article: ReadArticle): ReadArticleView {
  const { articleId, state, reason, readBefore, readNow, publishedAt } = article;
  return {
    ...{ articleId, state, reason, readBefore, readNow, publishedAt },
    path: articlePath(articleId),
    title: article.title ?? m.event_untitled_article(),
    source: sourceName(article.source ?? undefined),
    differences: article.differences.slice(0, mostDifferences).map(differenceView),
  };
}

/** Asks a worker to go on with a run; while the queue is away the worker's sweep does it later. */
export async function advance({ producer }: Pick<Services, 'producer'>, runId: string): Promise<void> {
  try {
    await producer.submit('advance-reextraction', { runId });
  } catch (error) {
    if (!(error instanceof QueueUnavailable)) throw error;
    log.warn({ err: error, runId }, 'goes on later: the queue does not answer');
  }
}
