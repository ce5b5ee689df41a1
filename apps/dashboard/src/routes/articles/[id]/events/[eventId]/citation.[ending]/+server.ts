import { error } from '@sveltejs/kit';
import { citationFile } from '#lib/server/citation-file.ts';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { eventCitation } from '#lib/server/views/citation.ts';
import { eventView } from '#lib/server/views/event.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const { article, extraction, extractor } = await readArticle(params.id);
  const view = extraction && eventView(article, extraction, params.eventId);
  if (!view || extractor === null) error(404, 'This article has no such event now.');
  const asKnownAt = instantParameter(url, 'asKnownAt');
  const cited = { origin: url.origin, now: new Date().toISOString(), asKnownAt };
  return citationFile(eventCitation(article, view.event, extractor, cited), params.ending);
};
