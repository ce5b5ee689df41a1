import { error } from '@sveltejs/kit';
import { services } from '#lib/server/services.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { type Listed, sitemap } from '#lib/server/sitemap.ts';
import { articlePath, ceasefirePath, conflictPath } from '#lib/server/views/sentence.ts';
import type { RequestHandler } from './$types';

/** One sitemap: `conflicts`, or a page of `articles-1` and on. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const [, page] = /^articles-([1-9]\d{0,5})$/.exec(params.part) ?? [];
  if (page === undefined && params.part !== 'conflicts') error(404, 'No sitemap has this address.');
  const pages = page === undefined ? await conflictPages() : await articlePages(Number(page));
  return sharedFile(
    { request, locals },
    { body: sitemap(url.origin, pages), type: 'application/xml; charset=utf-8' },
  );
};

async function conflictPages(): Promise<Listed[]> {
  const conflicts = await services().store.directory.conflicts();
  const own = conflicts.flatMap(({ id, ceasefireIds }) => [
    conflictPath(id),
    `${conflictPath(id)}/claims`,
    ...ceasefireIds.map((ceasefireId) => ceasefirePath(id, ceasefireId)),
  ]);
  const sources = (await services().sources.all()).map(({ path }) => path);
  return ['/', '/method', '/method/parser', '/sources', ...own, ...sources]
    .slice(0, 50_000)
    .map((path) => ({ path }));
}

async function articlePages(page: number): Promise<Listed[]> {
  const articles = await services().store.directory.articles(page);
  return articles.map(({ id, changedAt }) => ({ path: articlePath(id), changedAt }));
}
