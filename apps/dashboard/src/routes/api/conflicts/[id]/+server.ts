import { json } from '@sveltejs/kit';
import { conflictOrProblem } from '#lib/server/api/asked-conflict.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
  const found = await conflictOrProblem(params.id, url);
  return found instanceof Response ? found : json(found.conflict);
};
