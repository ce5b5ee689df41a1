import { error } from '@sveltejs/kit';
import type { StoredArticle, StoredExtraction } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import { services } from './services.ts';

/** An article with its current extraction and what made that; an error page when there is none of that id. */
export async function readArticle(id: string): Promise<{
  article: StoredArticle;
  extraction: StoredExtraction | null;
  extractor: string | null;
}> {
  const { store } = services();
  const [article, extraction] = await Promise.all([store.articles.get(id), store.extractions.current(id)]);
  if (!article) error(404, m.event_no_article());
  const extractor = extraction && `${extraction.extractor.name} ${extraction.extractor.version}`;
  return { article, extraction, extractor };
}
