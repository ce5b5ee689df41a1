import type { Article, Extraction } from '@trucewatch/schema';
import type { StoredArticle } from '@trucewatch/store';
import type { LimitFunction } from 'p-limit';
import type { Ask } from './ask-model.ts';
import type { Threads } from './threads.ts';

export interface ReadingTools {
  threads: Threads;
  /** Lets a model be asked of so many articles at a time as there are threads; the others wait. */
  turns: LimitFunction;
  /** Seconds that one article may take. */
  seconds: number;
  /** Asks a language model first, when one is configured. */
  ask?: Ask | undefined;
}

/** An article that was begun so often without an end is what ends its workers, and is left alone. */
export const attemptsAllowed = 20;

/**
 * What the extractor of this worker finds in an article.
 * @throws TimeLimit, ExtractionFault, or the signal's reason
 */
export async function readingOf(
  article: StoredArticle,
  { threads, turns, seconds, ask }: ReadingTools,
  signal: AbortSignal,
): Promise<Extraction> {
  const { id, text, title, publishedAt, source, url, language } = article;
  const plain: Article = { id, text, title, publishedAt, source, url, language };
  const asked = await (ask && turns(() => ask(plain, signal)));
  return threads.extract({ article: plain, asked }, seconds, signal);
}
