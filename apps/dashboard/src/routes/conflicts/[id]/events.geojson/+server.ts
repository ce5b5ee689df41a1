import { eventsToGeoJson } from '@trucewatch/interchange';
import { download, exportedEvents } from '#lib/server/exported-events.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const features = eventsToGeoJson(await exportedEvents(params.id, url));
  return download(JSON.stringify(features), 'application/geo+json', params.id, 'events.geojson');
};
