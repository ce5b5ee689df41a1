import { fail } from '@sveltejs/kit';
import { Refusal } from '@trucewatch/store';
import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { memberOf } from '#lib/server/member.ts';
import { queueArticles } from '#lib/server/queue-articles.ts';
import { refusalWords } from '#lib/server/refusal-words.ts';
import { services } from '#lib/server/services.ts';
import type { Actions, PageServerLoad } from './$types';

const Asked = z.object({
  group: z.string().max(300).optional().catch(undefined),
  aside: z.literal('yes').optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export const load: PageServerLoad = async ({ url, depends }) => {
  depends(dependencies.submissions);
  const { group, aside, before } = Asked.parse(Object.fromEntries(url.searchParams));
  const isSetAside = aside === 'yes';
  const articles = await services().store.failures.articles({ group, isSetAside }, before);
  const last = articles.at(-1);
  const older = new URLSearchParams(url.searchParams);
  if (last) older.set('before', String(last.ordinal));
  return {
    group: group ?? null,
    isSetAside,
    articles: articles.map(({ id, title, source, reason, attempts, finishedAt }) => ({
      id,
      title: title ?? id,
      source: source ?? null,
      reason: reason ?? '',
      attempts,
      finishedAt,
    })),
    older: articles.length === 50 ? `?${older}` : null,
  };
};

const Id = z.string().min(1).max(300).catch('');

export const actions: Actions = {
  async retry({ request, locals }) {
    const id = Id.parse((await request.formData()).get('id'));
    try {
      await services().store.articles.again(id, memberOf(locals).id);
    } catch (error) {
      if (error instanceof Refusal) return fail(400, { message: refusalWords(error) });
      throw error;
    }
    await queueArticles(services(), [id]);
    return { said: m.queue_said_retried({ count: 1 }) };
  },

  async setAside({ request, locals }) {
    const form = await request.formData();
    const isSetAside = form.get('is') === 'aside';
    const articleId = Id.parse(form.get('id'));
    const count = await services().store.failures.setAside({ articleId }, isSetAside, memberOf(locals).id);
    return { said: isSetAside ? m.queue_said_set_aside({ count }) : m.queue_said_brought_back({ count }) };
  },
};
