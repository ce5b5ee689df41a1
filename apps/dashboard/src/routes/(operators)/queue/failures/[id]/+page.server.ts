import { error, fail, redirect } from '@sveltejs/kit';
import { PasteRefused, readPaste } from '@trucewatch/ingest';
import { Refusal } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import { memberOf } from '#lib/server/member.ts';
import { pastedFields, pasteErrors } from '#lib/server/pasted-form.ts';
import { queueArticles } from '#lib/server/queue-articles.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
  const article = await services().store.articles.get(params.id);
  if (article?.state !== 'failed') error(404, m.queue_not_failed());
  const { title = '', text, publishedAt = '', source = '', url = '', reason } = article;
  return { article: { title, text, publishedAt, source, url }, reason: reason ?? '' };
};

export const actions: Actions = {
  async default({ request, params, locals }) {
    const kept = pastedFields(await request.formData());
    try {
      await services().store.failures.amend(params.id, readPaste(kept), memberOf(locals).id);
    } catch (caught) {
      if (caught instanceof PasteRefused)
        return fail(400, { kept, message: '', errors: pasteErrors(caught) });
      if (caught instanceof Refusal)
        return fail(400, { kept, message: refusalWords(caught), errors: {} as Record<string, string> });
      throw caught;
    }
    await queueArticles(services(), [params.id]);
    redirect(303, `/submissions/${encodeURIComponent(params.id)}`);
  },
};
