import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import { counted } from '#lib/server/stories.ts';
import { eventView } from '#lib/server/views/event.ts';
import { happeningView } from '#lib/server/views/happening.ts';
import { conflictPath } from '#lib/server/views/sentence.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, depends }) => {
  depends(dependencies.story);
  const { store } = services();
  const ref = { articleId: params.id, eventId: params.eventId };
  const [article, extraction, told] = await Promise.all([
    store.articles.get(params.id),
    store.extractions.current(params.id),
    store.derived.happening(ref),
  ]);
  if (!article || !extraction) error(404, 'No article has this address.');
  const view = eventView(article, extraction, params.eventId);
  if (!view) error(404, 'This article has no such event now. A newer extraction may have replaced it.');
  return {
    view,
    happening: told && happeningView({ ...told, reports: told.reports.map(counted) }, ref),
    conflict: told && { name: told.conflict.name, path: conflictPath(told.conflict.id) },
  };
};
