import * as z from 'zod';
import { dependencies } from '#lib/live/dependencies.ts';
import { services } from '#lib/server/services.ts';
import { intakeView } from '#lib/server/views/intake.ts';
import type { PageServerLoad } from './$types';

const pageSize = 50;
const Asked = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
  search: z.string().trim().min(1).max(300).optional().catch(undefined),
  state: z
    .enum(['received', 'reading', 'checked', 'confirmed', 'taking', 'done', 'refused', 'dropped'])
    .optional()
    .catch(undefined),
});

export const load: PageServerLoad = async ({ depends, url }) => {
  depends(dependencies.submissions);
  const { store } = services();
  const { before, search, state } = Asked.parse(Object.fromEntries(url.searchParams));
  const [intakes, accounts] = await Promise.all([
    store.intakes.list({ limit: pageSize, before, search, state: state && [state] }),
    store.people.accounts(),
  ]);
  const last = intakes.at(-1);
  const query = (more: Record<string, string>) =>
    new URLSearchParams({ ...(search && { search }), ...(state && { state }), ...more }).toString();
  return {
    intakes: intakes.map((intake) => intakeView(intake, accounts)),
    search: search ?? '',
    state: state ?? '',
    newest: before === undefined ? null : `?${query({})}`,
    older: last && intakes.length === pageSize ? `?${query({ before: String(last.ordinal) })}` : null,
  };
};
