import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { inTurn } from '#lib/server/in-turn.ts';
import { searchRequest } from '#lib/server/search-request.ts';
import { services } from '#lib/server/services.ts';
import { searchView } from '#lib/server/views/search.ts';
import type { PageServerLoad } from './$types';

/** Each keeps the database busy with three questions: more at a time are no faster, and every other page would wait for them. */
const turn = inTurn({ atOnce: 2, waiting: 100 });

export const load: PageServerLoad = async ({ url }) => {
  const request = searchRequest(url.searchParams);
  if (!request) return { is: 'too-long' as const, q: url.searchParams.get('q')?.trim() ?? '' };
  if (request.q === '') return { is: 'nothing' as const, q: '' };
  const search = await turn(() => searchView(services().store, request));
  if (!search) error(503, m.layout_busy());
  return { is: 'found' as const, q: request.q, search };
};
