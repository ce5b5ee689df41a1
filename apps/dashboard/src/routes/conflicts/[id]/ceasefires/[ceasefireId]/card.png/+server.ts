import { error } from '@sveltejs/kit';
import { cardFile } from '#lib/server/card-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { statusCard } from '#lib/server/views/cards.ts';
import { ceasefireName } from '#lib/server/views/ceasefire.ts';
import { statusSummary } from '#lib/server/views/status-summary.ts';
import { outcomeWords } from '#lib/status/words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const ceasefire = conflict.ceasefires.find(({ id }) => id === params.ceasefireId);
  if (!ceasefire) error(404, 'No ceasefire has this address.');
  const now = new Date().toISOString();
  const truce = { name: ceasefireName(ceasefire), outcome: outcomeWords[ceasefire.outcome]() };
  return cardFile(
    { request, locals },
    statusCard(statusSummary(story, conflict, now), { host: url.host, now }, truce),
  );
};
