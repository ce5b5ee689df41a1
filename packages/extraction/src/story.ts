import type { ActorRef } from './actors/actor-ref.ts';
import { findPair } from './actors/pair-at-war.ts';
import type { Document, Line } from './document.ts';
import type { KnownPlace } from './places/gazetteer.ts';
import { zoneAt } from './times/zone-at.ts';

/** What holds for an article as a whole: who is at war in it, where, and in which time zone. */
export interface Story {
  document: Document;
  pair: [ActorRef, ActorRef] | null;
  mainPlace: KnownPlace | null;
  /** Zone of the main place; UTC when the article names no place. */
  zone: string;
}

export function tellStory(document: Document): Story {
  const mainPlace = mainPlaceOf(document.lines);
  return {
    document,
    pair: findPair(document, mainPlace),
    mainPlace,
    zone: mainPlace ? zoneAt(mainPlace.lat, mainPlace.lon) : 'UTC',
  };
}

/** The place named most, areas of fighting before capitals and third countries. */
function mainPlaceOf(lines: readonly Line[]): KnownPlace | null {
  const weights = new Map<string, { place: KnownPlace; weight: number }>();
  for (const line of lines) {
    for (const { place } of line.places) {
      const weight = !place.countryCode
        ? 0
        : place.level === 'country'
          ? 0.5
          : place.level === 'region'
            ? 3
            : 2;
      const known = weights.get(place.id);
      if (known) known.weight += weight;
      else weights.set(place.id, { place, weight });
    }
  }
  const best = [...weights.values()].sort(
    (a, b) => b.weight - a.weight || (a.place.id < b.place.id ? -1 : 1),
  )[0];
  return best && best.weight > 0 ? best.place : null;
}
