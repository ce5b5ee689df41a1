import { eventsToHxl } from '@trucewatch/interchange';
import { download, exportedEvents } from '#lib/server/exported-events.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) =>
  download(eventsToHxl(await exportedEvents(params.id, url)), 'text/csv', params.id, 'hxl.csv');
