import { publicationInterval } from '@trucewatch/schema';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { readArticle } from '#lib/server/read-article.ts';
import { eventPath } from '#lib/server/views/sentence.ts';
import type { LayoutServerLoad } from './$types';

/** Whether the article was out at the known time asked for: before it, nothing of the event was known. */
export const load: LayoutServerLoad = async ({ params, url }) => {
  const asKnownAt = instantParameter(url, 'asKnownAt');
  if (asKnownAt === null) return { unknownAt: null };
  const { article } = await readArticle(params.id);
  const { publishedAt } = article;
  const isKnown = !publishedAt || publicationInterval(publishedAt).latest <= Date.parse(asKnownAt);
  return { unknownAt: isKnown ? null : { asKnownAt, path: eventPath(params.id, params.eventId) } };
};
