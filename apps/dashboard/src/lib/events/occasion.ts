import type { Event } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import { momentWords } from '#lib/time/instant.ts';

/** When and where an event was, as far as its text says: `17 Oct 2020, Ganja`; the place by the name that the reader chose. */
export function occasionWords(
  { when, where }: Pick<Event, 'when' | 'where'>,
  place: string | null = where?.name ?? null,
): string {
  const time = when ? momentWords(when) : m.event_no_time();
  return place ? m.event_occasion({ when: time, where: place }) : time;
}
