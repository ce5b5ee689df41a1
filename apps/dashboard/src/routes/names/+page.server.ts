import { disputedNameViews, nameUsers } from '#lib/server/names.ts';
import { ownPath } from '#lib/server/own-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  users: nameUsers(),
  rows: disputedNameViews(),
  chosen: locals.preferences.names,
  back: url.searchParams.has('back') ? ownPath(url.searchParams.get('back')) : '/names',
});
