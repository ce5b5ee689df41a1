import { citationFile } from '#lib/server/citation-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { conflictCitation } from '#lib/server/views/citation.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const cited = { origin: url.origin, now: new Date().toISOString() };
  return citationFile(conflictCitation(story, conflict, cited), params.ending);
};
