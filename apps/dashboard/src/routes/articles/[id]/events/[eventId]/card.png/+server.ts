import { error } from '@sveltejs/kit';
import { cardFile } from '#lib/server/card-file.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { eventCard } from '#lib/server/views/cards.ts';
import { eventView } from '#lib/server/views/event.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { article, extraction } = await readArticle(params.id);
  const view = extraction && eventView(article, extraction, params.eventId);
  if (!view) error(404, 'This article has no such event now.');
  return cardFile({ request, locals }, eventCard(view, { host: url.host }));
};
