import { type Paste, readPaste } from '@trucewatch/ingest';
import type { Accepted, Refusal, Submission } from '@trucewatch/store';
import { queueArticles } from './queue-articles.ts';
import type { Services } from './services.ts';

/**
 * Keeps a pasted article and queues its extraction. Once this resolves the article is in the database; a queue
 * that is away delays it only, for a worker looks for articles without a result.
 * @throws PasteRefused with a sentence for each field that cannot be taken; Refusal when the store cannot keep it
 */
export async function submitArticle(
  { store, producer }: Pick<Services, 'store' | 'producer'>,
  paste: Paste,
  who: string,
): Promise<Accepted> {
  const accepted = await store.articles.accept(readPaste(paste), who);
  if (!accepted.duplicate) await queueArticles({ producer }, [accepted.id]);
  return accepted;
}

/** The same for several that were read, in their order: of each what was accepted, or why it was refused. */
export async function submitArticles(
  { store, producer }: Pick<Services, 'store' | 'producer'>,
  submissions: Submission[],
  who: string,
): Promise<(Accepted | Refusal)[]> {
  const answers = await store.articles.acceptMany(submissions, who);
  const fresh = answers.flatMap((one) => ('id' in one && !one.duplicate ? [one.id] : []));
  if (fresh.length > 0) await queueArticles({ producer }, fresh);
  return answers;
}
