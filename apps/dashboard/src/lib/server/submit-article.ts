import { type Paste, readPaste } from '@trucewatch/ingest';
import type { Accepted } from '@trucewatch/store';
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
