import type { Actor, ActorRole, Event } from '@trucewatch/schema';

/** What every export takes: an event, the article that tells it, and the conflict it was put under. */
export interface ExportedEvent {
  article: {
    id: string;
    title?: string | undefined;
    source?: string | undefined;
    url?: string | undefined;
    publishedAt?: string | undefined;
  };
  event: Event;
  conflictId?: string | undefined;
}

/** Goes with every export. */
export const attribution =
  'Events read from news articles by Trucewatch: what the articles say, not what was verified. ' +
  'Coordinates and place ids: GeoNames (CC BY 4.0, https://www.geonames.org).';

export function inRole(event: Event, ...roles: ActorRole[]): Actor[] {
  return event.actors.filter(({ role }) => roles.includes(role));
}

/** Several values in one cell. A semicolon inside a value becomes a comma, so that the list can be split again. */
export function list(values: readonly string[]): string {
  return [...new Set(values)].map((value) => value.replaceAll(';', ',')).join('; ');
}

/** The words that say it, stretches that stand apart joined by an ellipsis. */
export function quoteOf(event: Event): string {
  return event.evidence.map(({ quote }) => quote.replace(/\s+/g, ' ').trim()).join(' […] ');
}
