import { may } from '#lib/layout/person.ts';
import { fullRetry } from '#lib/server/live.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Server-sent events: what changed, for open pages to ask again. 503 when too many pages listen already. */
export const GET: RequestHandler = ({ request, url, locals }) => {
  const stream = services().live.stream({
    // The browser adds the header when it comes back; the first time the page says what it was made from.
    heard: request.headers.get('last-event-id') ?? url.searchParams.get('heard'),
    isOperator: may(locals.person, 'operator'),
  });
  if (!stream) {
    const words =
      'Too many pages are open on this server. Yours is complete and asks for news again by itself.';
    return new Response(`${words}\n`, {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(fullRetry) },
    });
  }
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
};
