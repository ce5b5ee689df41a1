import type { Line } from '../document.ts';
import type { PlaceMention } from './find-places.ts';
import type { KnownPlace } from './gazetteer.ts';

/** What an article as a whole says of where it plays: how often each country and each province is named or implied. */
export interface Setting {
  countries: Map<string, number>;
  units: Map<string, number>;
}

/** Of the places that a name may stand for, so many have a say. */
const voters = 40;

/** Each name votes once for where it may be, for a share of all it may be; countries and states by how often they are named. */
export function settingOf(lines: readonly Line[], byName: ReadonlyMap<string, PlaceMention[]>): Setting {
  const setting: Setting = { countries: new Map(), units: new Map() };
  for (const mentions of byName.values()) vote(setting, mentions, 1);
  for (const { actors } of lines)
    for (const { id, kind } of actors)
      if (id.startsWith('country:') && (kind === 'demonym' || kind === 'person'))
        add(setting.countries, id.slice('country:'.length), 1);
  return setting;
}

/** Adds a name's votes, or with -1 takes them back, so that the others alone decide what it means. */
export function vote({ countries, units }: Setting, mentions: readonly PlaceMention[], sign: 1 | -1): void {
  const places = mentions[0]?.candidates.slice(0, voters) ?? [];
  const wide = places.filter(
    ({ level, curated }) => level === 'country' || (level === 'province' && curated),
  );
  for (const place of places) {
    const { countryCode, unit } = place;
    const share = wide.includes(place) ? Math.min(mentions.length, 4) / wide.length : 1 / places.length;
    const weight = sign * share;
    if (countryCode) add(countries, countryCode, weight);
    if (unit) add(units, stateOfUnit(unit), weight);
  }
}

/** How much else in the article speaks for a place's country, and for its province. */
export function supportOf(
  { countryCode, unit }: KnownPlace,
  setting: Setting,
): { nation: number; state: number } {
  return {
    nation: countryCode ? (setting.countries.get(countryCode) ?? 0) : 0,
    state: unit ? (setting.units.get(stateOfUnit(unit)) ?? 0) : 0,
  };
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

/** `US.TX` of `US.TX.277`. */
function stateOfUnit(unit: string): string {
  const end = unit.indexOf('.', unit.indexOf('.') + 1);
  return end < 0 ? unit : unit.slice(0, end);
}
