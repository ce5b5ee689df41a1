import { error, redirect } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { queueArticles } from '#lib/server/queue-articles.ts';
import { services } from '#lib/server/services.ts';
import { articleView } from '#lib/server/views/article.ts';
import { provenanceOf } from '#lib/server/views/provenance.ts';
import { conflictPath } from '#lib/server/views/sentence.ts';
import { statusAt, statusRows } from '#lib/server/views/status-rows.ts';
import { submissionView } from '#lib/server/views/submission.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.submissions, dependencies.story);
  const { store, stories } = services();
  const [article, extraction, told, stages, accounts] = await Promise.all([
    store.articles.get(params.id),
    store.extractions.current(params.id),
    store.derived.conflictsOf(params.id),
    store.articles.stages(params.id),
    store.people.accounts(),
  ]);
  if (!article) error(404, m.operators_no_submission());
  const touched = await Promise.all(told.map(({ conflictId }) => stories.of(conflictId)));
  const now = new Date().toISOString();
  return {
    submission: submissionView(article, accounts),
    provenance: provenanceOf(article, stages, accounts),
    isDuplicate: url.searchParams.has('duplicate'),
    events: articleView(article, extraction).events,
    conflicts: touched.flatMap((story) =>
      (story?.timeline.conflicts ?? []).map((conflict) => ({
        id: conflict.id,
        name: conflict.name,
        path: conflictPath(conflict.id),
        status: statusAt(statusRows(conflict, story?.reports ?? new Map()), now),
      })),
    ),
  };
};

export const actions: Actions = {
  /** Tries a failed article once more. */
  async again({ params, locals }) {
    await services().store.articles.again(params.id, locals.person?.id ?? '');
    await queueArticles(services(), [params.id]);
    redirect(303, `/submissions/${encodeURIComponent(params.id)}`);
  },
};
