import type { Line } from '../document.ts';
import type { PlaceMention } from './find-places.ts';
import { type KnownPlace, keyOf } from './gazetteer.ts';
import { notPlaces } from './not-places.ts';
import { isGivenName } from './place-evidence.ts';

/** What an article as a whole says of where it plays: how often each country and each province is named or implied. */
interface Setting {
  countries: Map<string, number>;
  units: Map<string, number>;
}

/** A town of this many thousand people is known without a word beside it. */
const wellKnown = 100;
/** And of this many, even where its name is a person's too or part of a longer one. */
const famous = 500;

/**
 * Decides, over the whole article, which names are places at all and which of several places a name means:
 * what the text puts behind it, then countries and what is curated, then the town whose province or country
 * the article names, then the largest. A name means one place in an article unless the text says another.
 */
export function resolvePlaces(lines: readonly Line[]): void {
  const byName = Map.groupBy(
    lines.flatMap((line) => line.places),
    (mention) => keyOf(mention.name),
  );
  const setting = settingOf(lines, byName);
  const dropped = new Set<PlaceMention>();
  for (const [key, mentions] of byName) {
    const own = withoutOwn(setting, mentions);
    const said = mentions.find((mention) => stated(mention) !== undefined);
    const usual = (said && stated(said)) ?? choose(mentions, own);
    for (const mention of mentions) {
      mention.place = stated(mention) ?? elsewhere(mention) ?? asState(mention) ?? usual;
      if (!isPlace(key, mention, mentions, own)) dropped.add(mention);
    }
  }
  for (const line of lines) {
    if (line.places.some((mention) => dropped.has(mention)))
      line.places = line.places.filter((mention) => !dropped.has(mention));
  }
}

/** The candidate that lies in the province or country behind the name. */
function stated(mention: PlaceMention): KnownPlace | undefined {
  if (mention.within.length === 0) return undefined;
  return mention.candidates.find((place) =>
    mention.within.some((wide) =>
      wide.level === 'country'
        ? place.countryCode === wide.countryCode && place.level !== 'country'
        : wide.unit !== undefined &&
          place.unit !== undefined &&
          place !== wide &&
          isWithin(place.unit, wide.unit),
    ),
  );
}

/** A town that the table lacks, in a state that the text names: all that is known is the state. */
function elsewhere({ within }: PlaceMention): KnownPlace | undefined {
  const [first] = within;
  return first?.level === 'province' && first.curated ? first : undefined;
}

/** Of a name that a state shares with a town, the state: "New York Gov.", "Buffalo, New York". */
function asState(mention: PlaceMention): KnownPlace | undefined {
  return mention.ofState ? mention.candidates.find((place) => place.level === 'province') : undefined;
}

function isWithin(unit: string, wide: string): boolean {
  return unit === wide || unit.startsWith(`${wide}.`) || wide.startsWith(`${unit}.`);
}

/** Each name votes once for where it may be, for a share of all it may be; countries by how often they are named. */
function settingOf(lines: readonly Line[], byName: ReadonlyMap<string, PlaceMention[]>): Setting {
  const setting: Setting = { countries: new Map(), units: new Map() };
  for (const [, mentions] of byName) vote(setting, mentions, 1);
  for (const line of lines)
    for (const actor of line.actors)
      if (actor.id.startsWith('country:') && actor.kind !== 'name')
        add(setting.countries, actor.id.slice('country:'.length), 1);
  return setting;
}

function withoutOwn(setting: Setting, mentions: readonly PlaceMention[]): Setting {
  const own = { countries: new Map(setting.countries), units: new Map(setting.units) };
  vote(own, mentions, -1);
  return own;
}

function vote({ countries, units }: Setting, mentions: readonly PlaceMention[], sign: number): void {
  const [first] = mentions;
  if (!first) return;
  const places = first.candidates.slice(0, 40);
  for (const place of places) {
    const wide = place.level === 'country' || (place.level === 'province' && places.length === 1);
    const weight = (sign * (wide ? Math.min(mentions.length, 4) : 1)) / places.length;
    if (place.countryCode) add(countries, place.countryCode, weight);
    if (place.unit) add(units, stateUnit(place.unit), weight);
  }
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

function stateUnit(unit: string): string {
  return unit.split('.', 2).join('.');
}

function choose(mentions: readonly PlaceMention[], setting: Setting): KnownPlace {
  const { candidates } = mentions[0] as PlaceMention;
  const rivals = candidates.some((place) => place.level === 'province');
  const score = (place: KnownPlace): number => {
    const nation = place.countryCode ? (setting.countries.get(place.countryCode) ?? 0) : 0;
    const unit = place.unit ? (setting.units.get(stateUnit(place.unit)) ?? 0) : 0;
    const context = Math.min(24, 6 * nation) + Math.min(30, 12 * unit);
    if (place.level === 'country') return (rivals ? 50 : 200) + context;
    if (place.curated && place.level === 'province') return 40 + context;
    if (place.curated) return (place.countryCode ? 45 : 80) + context;
    if (place.level === 'province') return 38 + context;
    if (place.level === 'district') return 16 + 3 * Math.log2(1 + place.population) + context;
    return 4 * Math.log2(1 + place.population) + context;
  };
  return candidates.reduce((best, place) => (score(place) > score(best) ? place : best));
}

/** Whether a name is one of a place here, as far as its own words and its other mentions say. */
function isPlace(
  key: string,
  mention: PlaceMention,
  mentions: readonly PlaceMention[],
  setting: Setting,
): boolean {
  const { place, evidence } = mention;
  if (stated(mention)) return true;
  if (evidence === 'body') return false;
  const certain = mentions.filter((each) => each.evidence === 'place').length;
  const people = mentions.filter((each) => each.evidence === 'person').length;
  if (notPlaces.has(key) && !place.curated) return false;
  const known = place.curated || place.level === 'province' || key.includes(' ');
  if (evidence === 'person') return false;
  if (people > certain) return evidence === 'place' && known;
  if (evidence === 'place') return true;
  if (known) return true;
  if (evidence === 'speaks' || isGivenName(key)) return certain > 0 || place.population >= famous;
  if (evidence === 'part') return place.population >= 2 * wellKnown;
  if (certain > 0 || place.population >= wellKnown) return true;
  const { countryCode, unit } = place;
  if (unit && (setting.units.get(stateUnit(unit)) ?? 0) >= 1) return true;
  const nation = countryCode ? (setting.countries.get(countryCode) ?? 0) : 0;
  return nation >= 1 && !mention.opens && evidence !== 'institution';
}
