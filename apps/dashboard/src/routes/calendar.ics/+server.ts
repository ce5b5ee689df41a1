import { services } from '#lib/server/services.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { truceCalendar } from '#lib/server/views/calendar.ts';
import type { RequestHandler } from './$types';

/** When the ceasefires of every conflict take effect, are renewed and run out. */
export const GET: RequestHandler = async ({ url, request, locals }) => {
  const truces = await services().store.directory.ceasefires(500);
  const body = truceCalendar({
    name: 'Ceasefires',
    description: 'When ceasefires take effect, are renewed and run out, as articles tell it',
    path: '/calendar.ics',
    truces,
    origin: url.origin,
    now: new Date().toISOString(),
  });
  return sharedFile({ request, locals }, { body, type: 'text/calendar; charset=utf-8' });
};
