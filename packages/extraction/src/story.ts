import type { ActorRef } from './actors/actor-ref.ts';
import { actorRow } from './actors/directory.ts';
import { findPair } from './actors/pair-at-war.ts';
import type { Document, Line } from './document.ts';
import type { KnownPlace } from './places/gazetteer.ts';
import { zoneOfPlace } from './times/zone-names.ts';

/** What holds for an article as a whole: who is at war in it, where, and in which time zone. */
export interface Story {
  document: Document;
  pair: [ActorRef, ActorRef] | null;
  mainPlace: KnownPlace | null;
  /** Zone of the main place in the countries at war, else of the main place; UTC when the article names none. */
  zone: string;
}

export function tellStory(document: Document): Story {
  const mainPlace = mainPlaceOf(document.lines);
  const pair = findPair(document, mainPlace);
  const atWar = mainPlaceOf(document.lines, countriesOf(pair, document));
  const clock = atWar ?? mainPlace;
  return { document, pair, mainPlace, zone: clock ? zoneOfPlace(clock) : 'UTC' };
}

/**
 * The countries of the sides at war, else of the armed groups that are named: a mediator's capital, or a headline's odd
 * word, sets no clocks for their war.
 */
function countriesOf(pair: Story['pair'], { lines }: Document): ReadonlySet<string> {
  const ids = pair
    ? pair.map(({ id }) => id ?? '')
    : lines.flatMap(({ actors }) => actors.map(({ id }) => id).filter((id) => id.startsWith('group:')));
  return new Set(
    ids.flatMap((id) =>
      id.startsWith('country:') ? id.slice('country:'.length) : (actorRow(id)?.country ?? []),
    ),
  );
}

/** The place named most, areas of fighting before capitals and third countries; of some countries only, where they are given. */
function mainPlaceOf(lines: readonly Line[], countries?: ReadonlySet<string>): KnownPlace | null {
  const weights = new Map<string, { place: KnownPlace; weight: number }>();
  for (const line of lines) {
    for (const { place } of line.places) {
      if (countries && !countries.has(place.countryCode ?? '')) continue;
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
