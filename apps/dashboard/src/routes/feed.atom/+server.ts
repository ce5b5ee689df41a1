import { services } from '#lib/server/services.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { statusFeed } from '#lib/server/views/feed.ts';
import { digestRow } from '#lib/server/views/status-rows.ts';
import { transitionsOf } from '#lib/server/views/transitions.ts';
import type { RequestHandler } from './$types';

/** The changes of every conflict's status. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
  const now = Date.now();
  const { conflicts } = await services().digests.all(now);
  const body = statusFeed({
    title: 'Trucewatch: ceasefire status',
    subtitle: 'Each change of the status of any conflict, with the sentence that it rests on',
    path: '/',
    self: '/feed.atom',
    transitions: conflicts.flatMap((conflict) =>
      transitionsOf(conflict, conflict.rows.map(digestRow), new Date(now).toISOString()),
    ),
    origin: url.origin,
  });
  return sharedFile({ request, locals }, { body, type: 'application/atom+xml; charset=utf-8' });
};
