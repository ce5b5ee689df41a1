import countries from '../../data/countries.json' with { type: 'json' };
import { type KnownPlace, keyOf, placesNamed } from '../places/gazetteer.ts';
import { zoneAt } from './zone-at.ts';

/** Legal times that carry the name of a region and not of a state. */
const regional: Readonly<Record<string, string>> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  pacific: 'America/Los_Angeles',
  'east africa': 'Africa/Nairobi',
  'central africa': 'Africa/Maputo',
  'west africa': 'Africa/Lagos',
  'south africa': 'Africa/Johannesburg',
  'eastern european': 'Europe/Kyiv',
  'central european': 'Europe/Berlin',
  'western european': 'Europe/Lisbon',
  arabia: 'Asia/Riyadh',
  gulf: 'Asia/Dubai',
  indochina: 'Asia/Bangkok',
  'greenwich mean': 'UTC',
  'coordinated universal': 'UTC',
  universal: 'UTC',
};

let known: Map<string, string> | null = null;

/** Zones by country, people and capital; filled when a text first names one, as few do. */
function byCountry(): Map<string, string> {
  if (known) return known;
  known = new Map();
  for (const { code, name, names, demonym, capitals, lat, lon } of countries) {
    const middle = zoneAt(lat, lon);
    const seat = placesNamed(keyOf(capitals[0] ?? '')).find(
      (place) => Math.hypot(place.lat - lat, place.lon - lon) < farthest(lat),
    );
    const first = seat ? zoneAt(seat.lat, seat.lon) : middle;
    for (const capital of capitals) put(known, capital, first);
    known.set(`country:${code.toLowerCase()}`, first);
    for (const each of [name, ...names, demonym])
      put(known, each, first === middle ? first : `${first}|${middle}`);
  }
  return known;
}

function put(zones: Map<string, string>, name: string, zone: string): void {
  const key = keyOf(name);
  if (key !== '' && !zones.has(key)) zones.set(key, zone);
}

/** A capital lies at most so many degrees from its country's middle; Russia's is the farthest. */
function farthest(lat: number): number {
  return lat > 45 ? 75 : 45;
}

/** Towns that a time is called by are large, in thousands of people. */
const large = 100;

/**
 * The zone that a time is called by: a region's, a state's, its people's or a town's ("Bogota time", "Congolese
 * time"). Zones parted by `|` where the state has several, its capital's first. Null for words that name none.
 */
export function zoneNamed(name: string): string | null {
  const key = keyOf(name);
  const region = regional[key] ?? regional[key.replace(/n$/u, '')];
  if (region) return region;
  const state = zoneOfState(key);
  if (state) return state;
  const place = placesNamed(key).find(
    ({ level, curated, population }) =>
      (level === 'city' || level === 'region') && (curated || population >= large),
  );
  return place ? zoneAt(place.lat, place.lon) : null;
}

/** The zone of a state, its people or its capital; null for any other word. */
export function zoneOfState(name: string): string | null {
  return byCountry().get(keyOf(name)) ?? null;
}

/** The zone of a place; of a whole country its capital's, as its middle may lie thousands of kilometres off. */
export function zoneOfPlace({
  id,
  level,
  lat,
  lon,
}: Pick<KnownPlace, 'id' | 'level' | 'lat' | 'lon'>): string {
  return (level === 'country' ? zoneOfState(id) : null) ?? zoneAt(lat, lon);
}
