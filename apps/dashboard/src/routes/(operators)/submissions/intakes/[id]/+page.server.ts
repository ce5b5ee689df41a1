import { error, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { queueReading } from '#lib/server/hand-in.ts';
import { services } from '#lib/server/services.ts';
import { intakeView } from '#lib/server/views/intake.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 100;
const Asked = z.object({
  verdict: z.enum(['ready', 'accepted', 'duplicate', 'refused', 'withdrawn']).optional().catch(undefined),
  after: z.coerce.number().int().min(-1).optional().catch(undefined),
});

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.submissions);
  const { store } = services();
  const { verdict, after } = Asked.parse(Object.fromEntries(url.searchParams));
  const [intake, items, verdicts, accounts] = await Promise.all([
    store.intakes.get(params.id),
    store.intakes.items(params.id, { verdict, after, limit: pageSize }),
    store.intakes.verdicts(params.id),
    store.people.accounts(),
  ]);
  if (!intake) error(404);
  const [only] = items;
  return {
    intake: intakeView(intake, accounts),
    items,
    verdicts,
    verdict: verdict ?? null,
    isFirst: after === undefined,
    next: items.length === pageSize ? (items.at(-1)?.position ?? null) : null,
    /** A thing that holds one article is that article. */
    article:
      intake.found === 1 && only?.articleId ? `/submissions/${encodeURIComponent(only.articleId)}` : null,
  };
};

export const actions: Actions = {
  async confirm({ params, locals }) {
    const { store } = services();
    if (await store.intakes.move(params.id, ['checked'], 'confirmed', { who: locals.person?.id ?? '' })) {
      await queueReading(services(), params.id);
    }
    redirect(303, `/submissions/intakes/${params.id}`);
  },
  async drop({ params, locals }) {
    await services().store.intakes.move(params.id, ['checked'], 'dropped', { who: locals.person?.id ?? '' });
    redirect(303, `/submissions/intakes/${params.id}`);
  },
  async again({ params, locals }) {
    const { store } = services();
    await store.intakes.again(params.id, locals.person?.id ?? '');
    await queueReading(services(), params.id);
    redirect(303, `/submissions/intakes/${params.id}`);
  },
};
