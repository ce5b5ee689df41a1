import { eventsToGed } from '@trucewatch/interchange';
import { download, exportedEvents } from '#lib/server/exported-events.ts';
import type { RequestHandler } from './$types';

/** Events that GED's columns cannot hold are left out; the other exports have them all. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { csv } = eventsToGed(await exportedEvents(params.id, url));
  return download(csv, 'text/csv', params.id, 'ged.csv');
};
