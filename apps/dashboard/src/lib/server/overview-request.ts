import { Compliance, FormalStatus } from '@trucewatch/schema';
import * as z from 'zod';
import { type OverviewRequest, overviewSorts } from '#lib/status/overview-request.ts';

const Parameters = z.object({
  formal: FormalStatus.optional().catch(undefined),
  compliance: Compliance.optional().catch(undefined),
  q: z.string().trim().max(100).catch(''),
  sort: z.enum(overviewSorts).catch('report'),
});

/** What an address asks of the overview; what makes no sense is passed over. */
export function overviewRequest(parameters: URLSearchParams): OverviewRequest {
  const { formal, compliance, ...rest } = Parameters.parse({ q: '', ...Object.fromEntries(parameters) });
  return { ...rest, formal, compliance, onlyNew: parameters.has('new') };
}
