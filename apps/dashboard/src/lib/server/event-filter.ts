import { CeasefireStep, EventType } from '@trucewatch/schema';
import * as z from 'zod';
import { eventGroups } from '#lib/events/view.ts';
import { standings } from '#lib/filter/view.ts';
import { readInstant } from './instant-parameter.ts';

const name = z.string().min(1).max(300).optional().catch(undefined);

const Parameters = z.object({
  kind: z.enum(eventGroups).optional().catch(undefined),
  type: z
    .string()
    .refine((value) => {
      const [type, step, ...rest] = value.split(':');
      const isStep = step === undefined || CeasefireStep.safeParse(step).success;
      return EventType.safeParse(type).success && isStep && rest.length === 0;
    })
    .optional()
    .catch(undefined),
  side: name,
  place: name,
  source: name,
  told: z.enum(standings).optional().catch(undefined),
  from: z.string().transform(readStart).nullable().catch(null),
  to: z.string().transform(readInstant).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/**
 * Which of a conflict's events are asked for. `type` is an event's type or, of a ceasefire, `ceasefire:step`; `from` and
 * `to` are ISO instants in UTC or null; `page` counts from 1.
 */
export type EventFilter = z.infer<typeof Parameters>;

/** What an address asks for; what is no filter is passed over, so that an old link still shows something. */
export function eventFilter(parameters: URLSearchParams): EventFilter {
  const given = [...parameters].filter(([, value]) => value !== '');
  return Parameters.parse(Object.fromEntries(given));
}

/** A bare date begins with that UTC day. */
function readStart(value: string): string | null {
  return readInstant(value.length === 10 ? `${value}T00:00Z` : value);
}

/** The filter and the known time as they stand in an address, in one order; beginning with `?` unless nothing is asked. */
export function filterSearch(filter: Partial<EventFilter>, asKnownAt: string | null = null): string {
  const query = new URLSearchParams();
  if (asKnownAt) query.set('asKnownAt', asKnownAt);
  for (const key of ['kind', 'type', 'side', 'place', 'source', 'told', 'from', 'to'] as const) {
    const value = filter[key];
    if (value) query.set(key, value);
  }
  if (filter.page && filter.page > 1) query.set('page', String(filter.page));
  return query.size > 0 ? `?${query}` : '';
}
