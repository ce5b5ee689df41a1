import type { AuditFilter } from '@trucewatch/store';
import * as z from 'zod';

const text = z
  .string()
  .trim()
  .max(300)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined);

const Asked = z.object({
  who: text,
  act: text,
  subject: text,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Which lines of the audit trail an address asks for. */
export function auditRequest(parameters: URLSearchParams): AuditFilter {
  const asked = Asked.parse(Object.fromEntries(parameters));
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
