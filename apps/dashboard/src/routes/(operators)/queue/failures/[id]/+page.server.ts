import { error, fail, redirect } from '@sveltejs/kit';
import { PasteRefused, readPaste } from '@trucewatch/ingest';
import { Refusal } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import { memberOf } from '#lib/server/member.ts';
import { services } from '#lib/server/services.ts';
import { submitAgain } from '#lib/server/submit-again.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const article = await services().store.articles.get(params.id);
  if (article?.state !== 'failed') error(404, m.queue_not_failed());
  const { title = '', text, publishedAt = '', source = '', url = '', reason } = article;
  return { article: { title, text, publishedAt, source, url }, reason: reason ?? '' };
};

export const actions: Actions = {
  async default({ request, params, locals }) {
    const form = await request.formData();
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const kept = {
      title: field('title'),
      text: field('text'),
      publishedAt: field('publishedAt'),
      source: field('source'),
      url: field('url'),
    };
    try {
      await services().store.failures.amend(params.id, readPaste(kept), memberOf(locals).id);
    } catch (caught) {
      if (caught instanceof PasteRefused)
        return fail(400, {
          kept,
          message: '',
          errors: Object.fromEntries(caught.problems.map(({ field: name, message }) => [name, message])),
        });
      if (caught instanceof Refusal) return fail(400, { kept, message: caught.message, errors: {} });
      throw caught;
    }
    await submitAgain(services(), [params.id]);
    redirect(303, `/submissions/${encodeURIComponent(params.id)}`);
  },
};
