import type { RequestHandler } from './$types';

const closed = ['/submit', '/submissions', '/sign-in', '/join/', '/live', '/search', '/embed/'];

/** Search engines read what viewers read, and no page twice because of what can be asked of it. */
export const GET: RequestHandler = ({ url }) => {
  const text = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    'Disallow: /*?',
    '',
    `Sitemap: ${url.origin}/sitemap.xml`,
    '',
  ].join('\n');
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
