import { xml } from '@trucewatch/interchange';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page for search engines: its path, and when it last changed as an ISO instant where that is known. */
export interface Listed {
  path: string;
  changedAt?: string;
}

/** A sitemap (sitemaps.org 0.9); at most 50,000 pages. */
export function sitemap(origin: string, pages: readonly Listed[]): string {
  return String(xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="${namespace}">
${pages.map(({ path, changedAt }) => xml`<url><loc>${origin}${path}</loc>${changedAt !== undefined && xml`<lastmod>${changedAt}</lastmod>`}</url>\n`)}</urlset>
`);
}

/** The list of a site's sitemaps. */
export function sitemapIndex(origin: string, paths: readonly string[]): string {
  return String(xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="${namespace}">
${paths.map((path) => xml`<sitemap><loc>${origin}${path}</loc></sitemap>\n`)}</sitemapindex>
`);
}
