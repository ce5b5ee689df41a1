import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { namesOf } from '#lib/server/names.ts';
import { services } from '#lib/server/services.ts';
import { ceasefireDetail } from '#lib/server/views/ceasefire-detail.ts';
import { ceasefireSharing } from '#lib/server/views/sharing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
  depends(dependencies.story);
  const asKnownAt = instantParameter(url, 'asKnownAt');
  const { stories } = services();
  const names = namesOf(locals.preferences.names);
  const now = new Date().toISOString();
  const story = await stories.of(params.id, asKnownAt);
  if (!story) error(404, m.ceasefire_none_has_address());
  const detail = ceasefireDetail(story, params.id, params.ceasefireId, now, names);
  if (detail) {
    const { citation, meta } = ceasefireSharing(story, params.id, detail, { origin: url.origin, now });
    return { detail, citation, meta, notYet: null };
  }
  // Known today though not then: an honest answer, and not an error.
  const present = asKnownAt ? await stories.of(params.id) : null;
  const today = present && ceasefireDetail(present, params.id, params.ceasefireId, now, names);
  if (!today) error(404, m.ceasefire_none_has_address());
  const { path, conflict, truce } = today;
  return { detail: null, citation: null, notYet: { name: truce.name, path, conflict, asKnownAt } };
};
