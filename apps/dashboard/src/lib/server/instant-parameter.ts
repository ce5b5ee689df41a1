import { error } from '@sveltejs/kit';
import * as z from 'zod';

/** What a date-time field of a form sends has no zone; pages say that it is UTC. */
const Written = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }), z.iso.date()])
  .transform((value) => (/T.*(Z|[+-]\d\d:\d\d)$/.test(value) ? value : value.includes('T') ? `${value}Z` : `${value}T23:59:59Z`))
  .transform((value) => new Date(value).toISOString());

/**
 * An instant from the address, as ISO 8601 in UTC; without a zone it is UTC, a bare date the end of that day.
 * Null when absent or empty; an error page when it is no instant.
 */
export function instantParameter(url: URL, name: string): string | null {
  const value = url.searchParams.get(name);
  if (!value) return null;
  const parsed = Written.safeParse(value);
  if (!parsed.success) error(400, `${name} is not an instant. Write it as 2020-10-17T20:00Z.`);
  return parsed.data;
}
