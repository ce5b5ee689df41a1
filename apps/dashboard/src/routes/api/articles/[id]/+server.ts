import { json } from '@sveltejs/kit';
import { articleLinks } from '#lib/server/api/links.ts';
import { problem } from '#lib/server/api/problem.ts';
import type { ArticleOut } from '#lib/server/api/vocabulary.ts';
import { settings } from '#lib/server/env.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
  const { store } = services();
  const article = await store.articles.get(params.id);
  if (!article) return problem(404, `There is no article ${params.id}.`);
  const extraction = await store.extractions.current(article.id);
  const { id, title = null, source = null, url = null, language = null, publishedAt = null } = article;
  const { state, reason, receivedAt, finishedAt, text } = article;
  const out: ArticleOut = {
    id,
    ...articleLinks(id, settings().origin),
    title,
    source,
    url,
    language,
    publishedAt,
    state,
    reason,
    receivedAt,
    finishedAt,
    text,
    extractor: extraction?.extractor ?? null,
    events: extraction?.events ?? [],
  };
  return json(out);
};
