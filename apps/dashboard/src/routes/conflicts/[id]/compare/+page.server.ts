import { error } from '@sveltejs/kit';
import { dependencies } from '#lib/live/dependencies.ts';
import { m } from '#lib/paraglide/messages.js';
import { instantParameter, readInstant } from '#lib/server/instant-parameter.ts';
import { namesOf } from '#lib/server/names.ts';
import { services } from '#lib/server/services.ts';
import { compareView, lastReportedDay } from '#lib/server/views/compare.ts';
import type { PageServerLoad } from './$types';

const day = 86_400_000;

/** Without instants: what the last day with articles brought. With one: the day that ends or begins there. */
export const load: PageServerLoad = async ({ params, url, depends, locals }) => {
  depends(dependencies.story);
  const { stories } = services();
  const today = await stories.of(params.id);
  if (!today) error(404, m.claims_no_conflict());
  const a = instantParameter(url, 'a');
  const b = instantParameter(url, 'b');
  const lastDay = readInstant(lastReportedDay(today, params.id) ?? '') ?? new Date().toISOString();
  const later = b ?? (a ? shifted(a, day) : lastDay);
  const [from, to] = [a ?? shifted(later, -day), later].sort() as [string, string];
  const [before, after] = [await stories.of(params.id, from), await stories.of(params.id, to)];
  if (!before || !after) error(404, m.claims_no_conflict());
  const comparison = compareView(
    {
      today,
      before: { ...before, asKnownAt: from },
      after: { ...after, asKnownAt: to },
      names: namesOf(locals.preferences.names),
    },
    params.id,
  );
  if (!comparison) error(404, m.claims_no_conflict());
  return { comparison };
};

function shifted(at: string, by: number): string {
  return new Date(Date.parse(at) + by).toISOString();
}
