import { cardFile } from '#lib/server/card-file.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import { statusCard } from '#lib/server/views/cards.ts';
import { statusSummary } from '#lib/server/views/status-summary.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, request, locals }) => {
  const { story, conflict } = await toldConflict(params.id, url);
  const now = new Date().toISOString();
  return cardFile(
    { request, locals },
    statusCard(statusSummary(story, conflict, now), { host: url.host, now }),
  );
};
