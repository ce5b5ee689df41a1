import { error } from '@sveltejs/kit';
import { subjectOf as about } from '@trucewatch/schema';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { confirm, preview } from '#lib/server/review/decide.ts';
import { reviewView } from '#lib/server/review/item.ts';
import { queueFilter, queueView } from '#lib/server/review/queue.ts';
import { readDecisions } from '#lib/server/review/read-decisions.ts';
import { type Subject, subjectOf } from '#lib/server/review/subject.ts';
import { services } from '#lib/server/services.ts';
import { toldHappening } from '#lib/server/told-happening.ts';
import { happeningView } from '#lib/server/views/happening.ts';
import type { Actions, PageServerLoad } from './$types';

interface Asked {
  params: { articleId: string; eventId: string };
  url: URL;
}

/** Acts shown of one article. */
const mostActs = 300;

async function subject({ params, url }: Asked): Promise<Subject> {
  const conflict = url.searchParams.get('in') || null;
  const found = await subjectOf(services(), params.articleId, params.eventId, conflict);
  if (!found) error(404, m.review_nothing_here());
  return found;
}

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.story);
  const { store } = services();
  const [found, acts, queue, told] = await Promise.all([
    subject({ params, url }),
    store.acts.list({ subject: about.article(params.articleId), limit: mostActs }),
    queueView(services(), queueFilter(url.searchParams), Date.now()),
    toldHappening(services(), params, null),
  ]);
  const names = await store.people.names([...new Set(acts.map(({ author }) => author))]);
  return {
    review: reviewView(found, acts, names, queue, told && happeningView(told, params)),
    isDone: url.searchParams.has('done'),
  };
};

export const actions: Actions = {
  /** Shows what a decision would change. */
  async preview({ params, url, request }) {
    const [form, found] = await Promise.all([request.formData(), subject({ params, url })]);
    return preview(services(), found.story, () => readDecisions(form, found), params);
  },

  /** Keeps what was shown. */
  async confirm({ params, url, request, locals }) {
    const [form, found] = await Promise.all([request.formData(), subject({ params, url })]);
    const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
    query.set('done', '1');
    return confirm(services(), found.story, form, locals.person, params, `${url.pathname}?${query}`);
  },
};
