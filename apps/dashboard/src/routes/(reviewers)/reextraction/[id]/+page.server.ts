import { error, fail } from '@sveltejs/kit';
import { type ReadState, Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { memberOf } from '#lib/server/member.ts';
import { touchedConflicts } from '#lib/server/reextraction/effect.ts';
import { fieldLabel } from '#lib/server/reextraction/field-labels.ts';
import { advance, readArticleView, runViews } from '#lib/server/reextraction/runs.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** Articles on one page. */
const pageSize = 20;

const shown: Record<'differing' | 'failed', ReadState[]> = {
  differing: ['differs', 'accepting', 'accepted', 'refused'],
  failed: ['failed'],
};
const Query = z.object({
  show: z.enum(['differing', 'failed']).catch('differing'),
  field: z.string().min(1).max(40).nullable().catch(null),
  conflict: z.string().min(1).max(300).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.reextractions);
  const { store } = services();
  const { show, field, conflict, page } = Query.parse(
    Object.fromEntries(
      ['show', 'field', 'conflict', 'page'].map((name) => [name, url.searchParams.get(name)]),
    ),
  );
  const run = await store.reextractions.get(params.id);
  if (!run) error(404, m.reextraction_no_run());
  const isSettled = run.state !== 'running';
  const [[view], fields, found, conflicts] = await Promise.all([
    runViews(services(), [run], Date.now()),
    store.reextractions.fields(run.id),
    store.reextractions.articles(run.id, {
      states: shown[show],
      field: field ?? undefined,
      limit: pageSize,
      offset: (page - 1) * pageSize,
    }),
    isSettled ? touchedConflicts(services(), run.id, conflict) : [],
  ]);
  const pageAt = (number: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('page', String(number));
    return `?${query}#articles`;
  };
  const last = Math.max(1, Math.ceil(found.total / pageSize));
  return {
    run: view as NonNullable<typeof view>,
    fields: fields.map((one) => ({
      ...one,
      label: fieldLabel(one.field),
      href: `?field=${encodeURIComponent(one.field)}#articles`,
    })),
    field: field && fieldLabel(field),
    show,
    articles: found.articles.map(readArticleView),
    total: found.total,
    pages: {
      page,
      last,
      previous: page > 1 ? pageAt(page - 1) : null,
      next: page < last ? pageAt(page + 1) : null,
    },
    conflicts,
  };
};

/** An empty one stands for all that differ. */
const ArticleId = z.string().max(300).catch('');

async function decided(runId: string, is: 'accepted' | 'refused', request: Request, locals: App.Locals) {
  const { store } = services();
  const articleId = ArticleId.parse((await request.formData()).get('articleId')) || undefined;
  try {
    const count = await store.reextractions.decide(runId, { is, articleId }, memberOf(locals).id);
    // A few count at once; the rest is a worker's work.
    const left = is === 'accepted' ? await store.reextractions.apply(runId) : 0;
    if (left > 0) await advance(services(), runId);
    return {
      said:
        is === 'accepted' ? m.reextraction_said_accepted({ count }) : m.reextraction_said_refused({ count }),
    };
  } catch (caught) {
    if (caught instanceof Refusal) return fail(409, { message: refusalWords(caught) });
    throw caught;
  }
}

export const actions: Actions = {
  accept: ({ params, request, locals }) => decided(params.id, 'accepted', request, locals),

  refuse: ({ params, request, locals }) => decided(params.id, 'refused', request, locals),

  async stop({ params, locals }) {
    await services().store.reextractions.stop(params.id, memberOf(locals).id);
    return { said: m.reextraction_said_stopped() };
  },

  async resume({ params, locals }) {
    await services().store.reextractions.resume(params.id, memberOf(locals).id);
    await advance(services(), params.id);
    return { said: m.reextraction_said_resumed() };
  },
};
