import type { CeasefireStep, EventType } from '@trucewatch/schema';
import { sql } from 'kysely';

/**
 * So many matches are ranked and counted, which bounds the time that a common word can take: of more than these the
 * latest are taken, and the reader is told.
 */
export const mostHits = 1_000;

/**
 * Where the words of a phrase are common each by itself, so many of what has all of them are looked at for the phrase, the
 * latest ones: without a bound a phrase that nobody wrote would take seconds.
 */
const mostCandidates = 20_000;

/** What narrows a search. */
export interface SearchFilter {
  /** Articles that tell of a conflict, and events that belong to it, as far as it has been derived. */
  conflict?: string | undefined;
  /** Events of a type, and articles that tell of one. */
  type?: EventType | undefined;
  step?: CeasefireStep | undefined;
  /** The publisher, exactly as it is kept. */
  source?: string | undefined;
  /** UTC year in which an article came out, and in which an event happened, else was published. */
  year?: number | undefined;
}

export interface SearchOptions extends SearchFilter {
  /** Hits to give, 20 by default. */
  limit?: number;
  offset?: number;
}

/**
 * The query as on the web (`truce -prisoners "holding firm"`), cut at 1,000 characters; none is an error. A constant to
 * the planner: how common the words are decides whether the index is read or the latest rows are gone through.
 */
export function terms(query: string) {
  return sql`websearch_to_tsquery('english', ${bounded(query)})`;
}

/** What the rows to look at must match: of a phrase all of its words. Nothing where that would be another question. */
export function candidates(query: string): { terms: ReturnType<typeof sql>; most: number } | null {
  const text = bounded(query);
  const isPlainPhrase = text.includes('"') && !/(^|\s)-/.test(text);
  return isPlainPhrase
    ? { terms: sql`websearch_to_tsquery('english', ${text.replaceAll('"', ' ')})`, most: mostCandidates }
    : null;
}

function bounded(query: string): string {
  return query.replaceAll('\0', ' ').slice(0, 1_000);
}

/** Start and end of a UTC year as PostgreSQL compares times. */
export function withinYear(column: ReturnType<typeof sql>, year: number) {
  return sql`${column} >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'UTC')
         and ${column} < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'UTC')`;
}
