import { CeasefireStep, EventType } from '@trucewatch/schema';
import { mostHits } from '@trucewatch/store';
import * as z from 'zod';
import { longestQuery } from '#lib/search/longest-query.ts';
import type { SearchKind } from '#lib/search/view.ts';

export const pageSize = 20;

export interface SearchRequest {
  q: string;
  kind: SearchKind;
  conflict: string | undefined;
  type: EventType | undefined;
  step: CeasefireStep | undefined;
  source: string | undefined;
  year: number | undefined;
  /** From 1. */
  page: number;
}

const Parameters = z.object({
  q: z.string().trim().max(longestQuery),
  in: z.enum(['articles', 'events']).catch('articles'),
  conflict: z.string().min(1).max(300).optional().catch(undefined),
  source: z.string().min(1).max(1_000).optional().catch(undefined),
  year: z.coerce.number().int().min(1).max(9_998).optional().catch(undefined),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(Math.ceil(mostHits / pageSize))
    .catch(1),
});

/**
 * What an address asks for; null when the query is longer than `longestQuery`. A filter or a page that is none is
 * passed over: an old link still finds something.
 */
export function searchRequest(parameters: URLSearchParams): SearchRequest | null {
  const read = Parameters.safeParse({ q: '', ...Object.fromEntries(parameters) });
  if (!read.success) return null;
  const { in: kind, ...rest } = read.data;
  const [type, step] = (parameters.get('type') ?? '').split(':');
  const known = EventType.safeParse(type).data;
  return {
    ...rest,
    kind,
    conflict: rest.conflict,
    source: rest.source,
    year: rest.year,
    type: known,
    step: known && CeasefireStep.safeParse(step).data,
  };
}

/** The address of a search; what is left out does not stand in it. */
export function searchPath(request: Partial<SearchRequest> & { q: string }): string {
  const { q, kind, conflict, type, step, source, year, page } = request;
  const query = new URLSearchParams({ q });
  if (kind === 'events') query.set('in', kind);
  if (conflict) query.set('conflict', conflict);
  if (type) query.set('type', step ? `${type}:${step}` : type);
  if (source) query.set('source', source);
  if (year) query.set('year', String(year));
  if (page && page > 1) query.set('page', String(page));
  return `/search?${query}`;
}
