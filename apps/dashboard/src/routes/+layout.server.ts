import { services } from '#lib/server/services.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  person: locals.person,
  preferences: locals.preferences,
  heard: services().live.position(),
});
