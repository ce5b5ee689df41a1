import { fail, redirect } from '@sveltejs/kit';
import { Refusal } from '@trucewatch/store';
import { dependencies } from '#lib/live/dependencies.ts';
import { memberOf } from '#lib/server/member.ts';
import { advance, runViews } from '#lib/server/reextraction/runs.ts';
import { readScopeForm, scopeOf } from '#lib/server/reextraction/scope.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

/** Publishers that the form suggests, those with most articles. */
const mostSuggested = 500;

export const load: PageServerLoad = async ({ url, depends }) => {
  depends(dependencies.reextractions);
  const { store, digests } = services();
  const now = Date.now();
  const form = readScopeForm(url.searchParams);
  const scope = url.searchParams.has('kind') ? scopeOf(form) : null;
  const [runs, { conflicts }, sources, count] = await Promise.all([
    store.reextractions.list(),
    digests.all(now),
    store.sources.names(),
    scope === null || 'problem' in scope ? null : store.reextractions.count(scope),
  ]);
  return {
    runs: await runViews(services(), runs, now),
    form,
    problem: scope !== null && 'problem' in scope ? scope.problem : null,
    /** How many articles the filled-in form means; null while it was not asked. */
    count,
    conflicts: conflicts.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    sources: sources
      .sort((a, b) => b.articles - a.articles)
      .slice(0, mostSuggested)
      .map(({ name }) => name),
  };
};

export const actions: Actions = {
  async start({ request, locals }) {
    const scope = scopeOf(readScopeForm(await request.formData()));
    if ('problem' in scope) return fail(400, { message: scope.problem });
    let id: string;
    try {
      id = await services().store.reextractions.start(scope, memberOf(locals).id);
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { message: refusalWords(error) });
      throw error;
    }
    await advance(services(), id);
    redirect(303, `/reextraction/${encodeURIComponent(id)}`);
  },
};
