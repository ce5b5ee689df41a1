import { services } from '#lib/server/services.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { sitemapIndex } from '#lib/server/sitemap.ts';
import type { RequestHandler } from './$types';

/** The sitemaps there are: one of pages about conflicts, and one for every ten thousand articles. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
  const pages = await services().store.directory.articlePages();
  const articles = Array.from({ length: pages }, (_, index) => `/sitemap/articles-${index + 1}.xml`);
  const body = sitemapIndex(url.origin, ['/sitemap/conflicts.xml', ...articles]);
  return sharedFile({ request, locals }, { body, type: 'application/xml; charset=utf-8' });
};
