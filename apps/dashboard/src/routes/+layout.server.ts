import { zoneOfPage } from '#lib/server/reader-zone.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, params, route }) => ({
  person: locals.person,
  preferences: locals.preferences,
  now: new Date().toISOString(),
  zone: zoneOfPage(locals.preferences, route.id, params.id),
});
