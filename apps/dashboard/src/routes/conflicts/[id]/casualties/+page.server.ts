import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { namesOf } from '#lib/server/names.ts';
import { services } from '#lib/server/services.ts';
import { casualtiesView } from '#lib/server/views/casualties.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
  depends(dependencies.story);
  const { stories } = services();
  const asKnownAt = instantParameter(url, 'asKnownAt');
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!Number.isSafeInteger(page)) error(400, 'page is not a number. Write it as 2.');
  const names = namesOf(locals.preferences.names);
  const asked = { page, now: new Date().toISOString(), names };
  const story = await stories.of(params.id, asKnownAt);
  if (!story) error(404, 'No conflict has this address.');
  const casualties = casualtiesView(story, params.id, asked);
  if (casualties) return { casualties, notYet: null };
  // Known today though not then: an honest answer, and not an error.
  const present = asKnownAt ? await stories.of(params.id) : null;
  const today = present && casualtiesView(present, params.id, asked);
  if (!today) error(404, 'No conflict has this address.');
  return { casualties: null, notYet: { path: today.path, conflict: today.conflict, asKnownAt } };
};
