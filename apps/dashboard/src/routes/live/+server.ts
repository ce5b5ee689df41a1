import { isOperator } from '#lib/layout/person.ts';
import { services } from '#lib/server/services.ts';
import type { RequestHandler } from './$types';

/** Server-sent events: what changed, for open pages to ask again. */
export const GET: RequestHandler = ({ request, locals }) => {
  const stream = services().live.stream({
    lastEventId: request.headers.get('last-event-id'),
    isOperator: isOperator(locals.person),
  });
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
  });
};
