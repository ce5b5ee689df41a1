import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';

const written = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Reads an instant as ISO 8601 in UTC, or null when it is none. What a date-time field of a form sends has no zone:
 * it is UTC, as the form says. A bare date is the end of that UTC day.
 */
export function readInstant(value: string): string | null {
  const match = written.exec(value);
  if (!match) return null;
  const full = value.length === 10 ? `${value}T23:59:59Z` : match[1] ? value : `${value}Z`;
  const at = new Date(full);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** An instant from the address; null when absent or empty, an error page when it is no instant. */
export function instantParameter(url: URL, name: string): string | null {
  const value = url.searchParams.get(name);
  if (!value) return null;
  const instant = readInstant(value);
  if (!instant) error(400, m.layout_not_an_instant({ name }));
  return instant;
}
