import { error } from '@sveltejs/kit';
import { ledgerFilters } from '#lib/events/ledger-view.ts';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { instantParameter } from '#lib/server/instant-parameter.ts';
import { services } from '#lib/server/services.ts';
import { ledgerView } from '#lib/server/views/ledger.ts';
import { withSentences } from '#lib/server/views/ledger-sentences.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends(dependencies.story);
  const { stories, store } = services();
  const asKnownAt = instantParameter(url, 'asKnownAt');
  const filter = ledgerFilters.find((one) => one === url.searchParams.get('show')) ?? 'claimed';
  const page = Number(url.searchParams.get('page') ?? 1);
  if (!Number.isSafeInteger(page)) error(400, m.claims_page_is_a_number());
  const asked = { filter, page, now: new Date().toISOString() };
  const story = await stories.of(params.id, asKnownAt);
  if (!story) error(404, m.claims_no_conflict());
  const ledger = ledgerView(story, params.id, asked);
  if (ledger) {
    return {
      ledger: await withSentences(ledger, (articleId) => store.articles.get(articleId)),
      notYet: null,
    };
  }
  // Known today though not then: an honest answer, and not an error.
  const present = asKnownAt ? await stories.of(params.id) : null;
  const today = present && ledgerView(present, params.id, asked);
  if (!today) error(404, m.claims_no_conflict());
  return { ledger: null, notYet: { path: today.path, conflict: today.conflict, asKnownAt } };
};
