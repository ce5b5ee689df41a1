import type { Place } from '@trucewatch/schema';
import { attribution, type ExportedEvent, inRole, quoteOf } from './exported-event.ts';

/**
 * How far from the given point the happening may lie, in kilometres, by what the text names: the point of a
 * province is the middle of an area, not a place where anything happened. Rounded typical half-widths.
 */
export const radiusKm: Readonly<Record<Place['level'], number>> = {
  site: 1,
  city: 10,
  district: 30,
  region: 100,
  province: 100,
  country: 500,
};

export interface EventFeature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: [longitude: number, latitude: number] } | null;
  properties: Record<string, string | number | string[] | null>;
}

export interface EventFeatures {
  type: 'FeatureCollection';
  attribution: string;
  features: EventFeature[];
}

/**
 * Events as GeoJSON (RFC 7946). Every point comes with `placeLevel` and `radiusKm`; an event whose place has no
 * coordinates, or that has no place, has a null geometry and is still there.
 */
export function eventsToGeoJson(events: readonly ExportedEvent[]): EventFeatures {
  return { type: 'FeatureCollection', attribution, features: events.map(feature) };
}

function feature({ article, event, conflictId }: ExportedEvent): EventFeature {
  const { where } = event;
  const isLocated = where?.lat !== undefined && where.lon !== undefined;
  return {
    type: 'Feature',
    id: `${article.id}/${event.id}`,
    geometry: isLocated ? { type: 'Point', coordinates: [where.lon ?? 0, where.lat ?? 0] } : null,
    properties: {
      conflictId: conflictId ?? null,
      type: event.type,
      step: event.step ?? null,
      mode: event.mode ?? null,
      reality: event.reality,
      happenedEarliest: event.when?.earliest ?? null,
      happenedLatest: event.when?.latest ?? null,
      place: where?.name ?? null,
      placeLevel: where?.level ?? null,
      radiusKm: where ? radiusKm[where.level] : null,
      initiators: inRole(event, 'initiator').map(({ name }) => name),
      recipients: inRole(event, 'recipient').map(({ name }) => name),
      claimedBy: event.claims.filter(({ polarity }) => polarity !== 'denies').map(({ by }) => by),
      deniedBy: event.claims.filter(({ polarity }) => polarity === 'denies').map(({ by }) => by),
      confidence: event.confidence,
      quote: quoteOf(event),
      source: article.source ?? null,
      url: article.url ?? null,
      publishedAt: article.publishedAt ?? null,
    },
  };
}
