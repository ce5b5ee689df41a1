import { dependencies } from '#lib/live/dependencies.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { articleView } from '#lib/server/views/article.ts';
import { articleSharing } from '#lib/server/views/sharing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.story);
  const { article, extraction } = await readArticle(params.id);
  const view = articleView(article, extraction);
  const cited = { origin: url.origin, now: new Date().toISOString() };
  return { article: view, ...articleSharing(article, view, cited) };
};
