import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import { submissionView } from '#lib/server/views/submission.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const Before = z.coerce.number().int().positive().optional().catch(undefined);

export const load: PageServerLoad = async ({ depends, url }) => {
  depends(dependencies.submissions, dependencies.story);
  const { store } = services();
  const before = Before.parse(url.searchParams.get('before') ?? undefined);
  const [articles, counts] = await Promise.all([
    store.articles.list({ limit: pageSize, ...(before !== undefined && { before }) }),
    store.articles.counts(),
  ]);
  const last = articles.at(-1);
  return {
    submissions: articles.map(submissionView),
    counts,
    older: last && articles.length === pageSize ? `/submissions?before=${last.ordinal}` : null,
    isFirstPage: before === undefined,
  };
};
