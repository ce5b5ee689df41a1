import type { Event } from '@trucewatch/schema';

/** The columns of the events table that are derived from the document, so that they can be searched and sorted by. */
export function eventRows(events: Event[]) {
  return events.map((event, position) => ({
    event_id: event.id,
    position,
    type: event.type,
    step: event.step ?? null,
    reality: event.reality,
    when_earliest: event.when?.earliest ?? null,
    when_latest: event.when?.latest ?? null,
    effective_at: event.effectiveAt?.earliest ?? null,
    document: event,
    quotes: event.evidence.map((span) => span.quote).join('\n'),
  }));
}
