import { isOperator } from '#lib/layout/person.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Server-sent events: what changed, for open pages to ask again. */
export const GET: RequestHandler = ({ request, url, locals }) => {
  const stream = services().live.stream({
    // The browser adds the header when it comes back; the first time the page says what it was made from.
    heard: request.headers.get('last-event-id') ?? url.searchParams.get('heard'),
    isOperator: isOperator(locals.person),
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
};
