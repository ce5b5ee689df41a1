import { badge } from '#lib/server/pictures/badge.ts';
import { sharedFile } from '#lib/server/shared-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { statusSummary } from '#lib/server/views/status-summary.ts';
import type { RequestHandler } from './$types';

/** The status on both axes as a badge, for any site. */
export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const { name, status } = statusSummary(story, conflict, new Date().toISOString());
  return sharedFile(
    { request, locals },
    { body: badge(name, status), type: 'image/svg+xml', isForOtherSites: true },
  );
};
