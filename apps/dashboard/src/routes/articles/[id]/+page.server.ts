import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import { articleView } from '#lib/server/views/article.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, depends }) => {
  depends(dependencies.story);
  const { store } = services();
  const [article, extraction] = await Promise.all([
    store.articles.get(params.id),
    store.extractions.current(params.id),
  ]);
  if (!article) error(404, 'No article has this address.');
  return { article: articleView(article, extraction) };
};
