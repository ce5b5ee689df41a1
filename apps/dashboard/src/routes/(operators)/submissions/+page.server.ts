import { ArticleState } from '@trucewatch/schema';
import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import { submissionView } from '#lib/server/views/submission.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const Asked = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
  search: z.string().trim().min(1).max(300).optional().catch(undefined),
  state: ArticleState.optional().catch(undefined),
});

export const load: PageServerLoad = async ({ depends, url }) => {
  depends(dependencies.submissions, dependencies.story);
  const { store } = services();
  const { before, search, state } = Asked.parse(Object.fromEntries(url.searchParams));
  const [articles, counts, accounts] = await Promise.all([
    store.articles.list({ limit: pageSize, before, search, state }),
    store.articles.counts(),
    store.people.accounts(),
  ]);
  const last = articles.at(-1);
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...(search && { search }), ...(state && { state }), ...more });
  return {
    submissions: articles.map((article) => submissionView(article, accounts)),
    search: search ?? '',
    state: state ?? '',
    counts,
    older:
      last && articles.length === pageSize ? `/submissions?${query({ before: String(last.ordinal) })}` : null,
    isFirstPage: before === undefined,
  };
};
