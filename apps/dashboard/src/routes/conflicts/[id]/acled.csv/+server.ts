import { acledCsv, eventsToAcledRows } from '@trucewatch/interchange';
import { download, exportedEvents } from '#lib/server/exported-events.ts';
import type { RequestHandler } from './$types';

/** Events that ACLED's columns cannot hold are left out; the other exports have them all. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { rows } = eventsToAcledRows(await exportedEvents(params.id, url));
  return download(acledCsv(rows), 'text/csv', params.id, 'acled.csv');
};
