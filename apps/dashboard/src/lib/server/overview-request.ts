import { Compliance, FormalStatus } from '@trucewatch/schema';
import * as z from 'zod';
import { type OverviewRequest, overviewSorts } from '#lib/status/overview-request.ts';

const Parameters = z.object({
  formal: FormalStatus.optional().catch(undefined),
  compliance: Compliance.optional().catch(undefined),
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(overviewSorts).catch('report'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What an address asks of the overview; what makes no sense is passed over. */
export function overviewRequest(parameters: URLSearchParams): OverviewRequest {
  const { formal, compliance, ...rest } = Parameters.parse({
    q: '',
    page: 1,
    ...Object.fromEntries(parameters),
  });
  return { ...rest, formal, compliance, onlyNew: parameters.has('new') };
}

/** The overview's address for a request. */
export function overviewPath({ formal, compliance, q, sort, onlyNew, page }: OverviewRequest): string {
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (formal) query.set('formal', formal);
  if (compliance) query.set('compliance', compliance);
  if (sort !== 'report') query.set('sort', sort);
  if (onlyNew) query.set('new', '');
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/?${query}` : '/';
}
