import { sharedFile } from '#lib/server/shared-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { statusFeed } from '#lib/server/views/feed.ts';
import { conflictPath } from '#lib/server/views/sentence.ts';
import { statusRows } from '#lib/server/views/status-rows.ts';
import { transitionsOf } from '#lib/server/views/transitions.ts';
import type { RequestHandler } from './$types';

/** The changes of one conflict's status. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const path = conflictPath(conflict.id);
  const body = statusFeed({
    title: `${conflict.name}: ceasefire status`,
    subtitle: 'Each change of the status, with the sentence that it rests on',
    path,
    self: `${path}/feed.atom`,
    transitions: transitionsOf(conflict, statusRows(conflict, story.reports), new Date().toISOString()),
    origin: url.origin,
  });
  return sharedFile({ request, locals }, { body, type: 'application/atom+xml; charset=utf-8' });
};
