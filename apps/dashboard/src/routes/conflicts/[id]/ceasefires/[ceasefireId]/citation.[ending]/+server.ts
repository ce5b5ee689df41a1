import { error } from '@sveltejs/kit';
import { citationFile } from '#lib/server/citation-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { ceasefireCitation } from '#lib/server/views/citation.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const ceasefire = conflict.ceasefires.find(({ id }) => id === params.ceasefireId);
  if (!ceasefire) error(404, 'No ceasefire has this address.');
  const cited = { origin: url.origin, now: new Date().toISOString() };
  return citationFile(ceasefireCitation(story, conflict, ceasefire, cited), params.ending);
};
