import { eventFilter } from '#lib/server/event-filter.ts';
import { chartPicture } from '#lib/server/pictures/chart-picture.ts';
import { themeParameter } from '#lib/server/pictures/theme-parameter.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { conflictView } from '#lib/server/views/conflict.ts';
import { instantWords } from '#lib/time/instant.ts';
import type { RequestHandler } from './$types';

/** The status chart as a picture, for any site; range and filter as on the conflict's page. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const now = new Date().toISOString();
  const view = conflictView(story, conflict.id, { now, filter: eventFilter(url.searchParams) });
  if (!view) throw new Error(`the story of ${conflict.id} does not tell of it`);
  const body = chartPicture({
    name: view.name,
    chart: view.chart,
    knownAt: view.asKnownAt && instantWords(view.asKnownAt),
    address: `${url.host}${view.path}`,
    theme: themeParameter(url),
  });
  return sharedFile({ request, locals }, { body, type: 'image/svg+xml', isForOtherSites: true });
};
