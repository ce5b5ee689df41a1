import { citationFile } from '#lib/server/citation-file.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { articleCitation } from '#lib/server/views/citation.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const { article, extractor } = await readArticle(params.id);
  const cited = { origin: url.origin, now: new Date().toISOString() };
  return citationFile(articleCitation(article, extractor, cited), params.ending);
};
