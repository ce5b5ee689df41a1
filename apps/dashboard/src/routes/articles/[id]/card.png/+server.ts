import { cardFile } from '#lib/server/card-file.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { articleView } from '#lib/server/views/article.ts';
import { articleCard } from '#lib/server/views/cards.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { article, extraction } = await readArticle(params.id);
  return cardFile({ request, locals }, articleCard(articleView(article, extraction), { host: url.host }));
};
