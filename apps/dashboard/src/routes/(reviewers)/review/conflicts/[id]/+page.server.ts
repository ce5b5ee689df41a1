import { error } from '@sveltejs/kit';
import { subjectOf as about, Decision } from '@trucewatch/schema';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { confirm, preview } from '#lib/server/review/decide.ts';
import { historyOf } from '#lib/server/review/history.ts';
import { Unreadable } from '#lib/server/review/unreadable.ts';
import { services } from '#lib/server/services.ts';
import { conflictPath } from '#lib/server/views/sentence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.story);
  const { store, stories, digests } = services();
  const [story, acts, { conflicts }] = await Promise.all([
    stories.of(params.id),
    store.acts.list({ subject: about.conflict(params.id) }),
    digests.all(Date.now()),
  ]);
  const conflict = story?.timeline.conflicts[0];
  if (!conflict && acts.length === 0) error(404, m.review_nothing_here());
  const names = await store.people.names([...new Set(acts.map(({ author }) => author))]);
  return {
    name: conflict?.name ?? params.id,
    path: conflict ? conflictPath(params.id) : null,
    isProvisional: params.id.startsWith('provisional:'),
    others: conflicts.filter(({ id }) => id !== params.id).map(({ id, name }) => ({ id, name })),
    history: historyOf(acts, names),
    isDone: url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  /** Shows what a decision would change. */
  async preview({ params, request }) {
    const form = await request.formData();
    return preview(
      services(),
      await services().stories.of(params.id),
      () => decisionsOf(form, params.id),
      null,
    );
  },

  /** Keeps what was shown. */
  async confirm({ params, url, request, locals }) {
    const form = await request.formData();
    const story = await services().stories.of(params.id);
    return confirm(services(), story, form, locals.person, null, `${url.pathname}?done=1`);
  },
};

function decisionsOf(form: FormData, conflictId: string): Decision[] {
  const { kind, name, into, act } = Object.fromEntries(form);
  const parsed = Decision.safeParse({ kind, conflictId, name, into, act });
  if (!parsed.success) throw new Unreadable(m.review_problem_value());
  return [parsed.data];
}
