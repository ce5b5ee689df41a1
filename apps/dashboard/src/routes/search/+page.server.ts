import { searchRequest } from '#lib/server/search-request.ts';
import { services } from '#lib/server/services.ts';
import { searchView } from '#lib/server/views/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const request = searchRequest(url.searchParams);
  if (!request) return { is: 'too-long' as const, q: url.searchParams.get('q')?.trim() ?? '' };
  if (request.q === '') return { is: 'nothing' as const, q: '' };
  return { is: 'found' as const, q: request.q, search: await searchView(services().store, request) };
};
