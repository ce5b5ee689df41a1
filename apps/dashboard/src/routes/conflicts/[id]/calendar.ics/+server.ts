import { sharedFile } from '#lib/server/shared-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { enteredTruces, truceCalendar } from '#lib/server/views/calendar.ts';
import { conflictPath } from '#lib/server/views/sentence.ts';
import type { RequestHandler } from './$types';

/** When the ceasefires of one conflict take effect, are renewed and run out. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const body = truceCalendar({
    name: `Ceasefires: ${conflict.name}`,
    description: 'When ceasefires take effect, are renewed and run out, as articles tell it',
    path: `${conflictPath(conflict.id)}/calendar.ics`,
    truces: enteredTruces(conflict, story.reports),
    origin: url.origin,
    now: new Date().toISOString(),
  });
  return sharedFile({ request, locals }, { body, type: 'text/calendar; charset=utf-8' });
};
