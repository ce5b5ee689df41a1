import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { eventFilter } from '#lib/server/event-filter.ts';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { namesOf, userName } from '#lib/server/names.ts';
import { services } from '#lib/server/services.ts';
import { conflictView } from '#lib/server/views/conflict.ts';
import { conflictSharing } from '#lib/server/views/sharing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
  depends(dependencies.story);
  const asKnownAt = instantParameter(url, 'asKnownAt');
  const filter = eventFilter(url.searchParams);
  const { from, to } = filter;
  if (from && to && from >= to) error(400, m.conflict_range_backwards());
  const { stories } = services();
  const names = namesOf(locals.preferences.names);
  const now = new Date().toISOString();
  const story = await stories.of(params.id, asKnownAt);
  if (!story) error(404, m.claims_no_conflict());
  const allCeasefires = url.searchParams.get('ceasefires') === 'all';
  const conflict = conflictView(story, params.id, { now, filter, names, allCeasefires });
  if (conflict?.next) locals.until = Date.parse(conflict.next);
  if (conflict) {
    const { meta, ...sharing } = conflictSharing(story, conflict, { origin: url.origin, now });
    return { conflict, sharing, meta, notYet: null, namesOf: userName(locals.preferences.names) };
  }
  // Known today though not then: an honest answer, and not an error.
  const present = asKnownAt ? await stories.of(params.id) : null;
  const today = present && conflictView(present, params.id, { now, filter, names });
  if (today)
    return {
      conflict: null,
      sharing: null,
      notYet: { name: today.name, path: today.path, asKnownAt },
      namesOf: null,
    };
  error(404, m.claims_no_conflict());
};
