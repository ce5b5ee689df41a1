import { ceasefiresToEthPrio } from '@trucewatch/interchange';
import { download } from '#lib/server/exported-events.ts';
import { toldConflict } from '#lib/server/told-conflict.ts';
import type { RequestHandler } from './$types';

/** The ceasefires of a conflict, whatever events the page shows. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { conflict } = await toldConflict(params.id, url);
  return download(ceasefiresToEthPrio(conflict, conflict.ceasefires), 'text/csv', params.id, 'eth-prio.csv');
};
