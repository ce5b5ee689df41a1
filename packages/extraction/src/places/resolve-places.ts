import type { Line } from '../document.ts';
import type { PlaceMention } from './find-places.ts';
import { type KnownPlace, keyOf } from './gazetteer.ts';
import { notPlaces } from './not-places.ts';
import { isPersonName } from './place-evidence.ts';
import { type Setting, settingOf, supportOf, vote } from './setting.ts';

/** A town of this many thousand people is known without a word beside it. */
const wellKnown = 100;
/** And of this many, even where its name is a person's too. */
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
    vote(setting, mentions, -1);
    const told = mentions.map(stated);
    const usual = told.find((place) => place !== undefined) ?? choose(mentions, setting);
    const uses = usesOf(mentions);
    for (const [index, mention] of mentions.entries()) {
      mention.place = told[index] ?? elsewhere(mention) ?? asState(mention) ?? usual;
      if (!told[index] && !isPlace(key, mention, uses, setting)) dropped.add(mention);
    }
    vote(setting, mentions, 1);
  }
  for (const line of lines)
    if (line.places.some((mention) => dropped.has(mention)))
      line.places = line.places.filter((mention) => !dropped.has(mention));
}

/** The candidate that lies in the province or country behind the name. */
function stated({ within, candidates }: PlaceMention): KnownPlace | undefined {
  if (within.length === 0) return undefined;
  return candidates.find((place) => within.some((wide) => place !== wide && liesIn(place, wide)));
}

function liesIn(place: KnownPlace, wide: KnownPlace): boolean {
  if (wide.level === 'country') return place.countryCode === wide.countryCode && place.level !== 'country';
  if (!wide.unit || !place.unit) return false;
  return (
    place.unit === wide.unit ||
    place.unit.startsWith(`${wide.unit}.`) ||
    wide.unit.startsWith(`${place.unit}.`)
  );
}

/** A town that the table lacks, in a state that the text names: all that is known is the state. */
function elsewhere({ within, candidates }: PlaceMention): KnownPlace | undefined {
  const [first] = within;
  if (candidates.some((place) => place.curated || place.level === 'province')) return undefined;
  return first?.level === 'province' && first.curated ? first : undefined;
}

/** Of a name that a state shares with a town, the state: "New York Gov.", "Buffalo, New York". */
function asState({ ofState, candidates }: PlaceMention): KnownPlace | undefined {
  return ofState ? candidates.find((place) => place.level === 'province') : undefined;
}

/** The candidate that the article speaks for most; a country needs no support unless a state has its name. */
function choose(mentions: readonly PlaceMention[], setting: Setting): KnownPlace {
  const { candidates } = mentions[0] as PlaceMention;
  const rivals = candidates.some((place) => place.level === 'province');
  const score = (place: KnownPlace): number => {
    const { nation, state } = supportOf(place, setting);
    return priorOf(place, rivals) + Math.min(24, 6 * nation) + Math.min(30, 12 * state);
  };
  return candidates.reduce((best, place) => (score(place) > score(best) ? place : best));
}

/**
 * How likely a place is before the article has said anything. A town gains four with each doubling of its people, so that
 * a mention of the country (six) or the province (twelve) of a smaller one weighs as much as one to three doublings.
 */
function priorOf({ level, curated, countryCode, population }: KnownPlace, rivals: boolean): number {
  if (level === 'country') return rivals ? 50 : 200;
  if (level === 'province') return curated ? 48 : 38;
  if (curated && population > 0) return Math.min(52, 6 + 4 * Math.log2(1 + population));
  if (curated) return level === 'district' ? 24 : countryCode ? 52 : 80;
  return level === 'district' ? 16 + 3 * Math.log2(1 + population) : 4 * Math.log2(1 + population);
}

/** How an article uses a name, and how many thousand people the largest town of that name has. */
interface Uses {
  places: number;
  people: number;
  fame: number;
}

function usesOf(mentions: readonly PlaceMention[]): Uses {
  const count = (evidence: PlaceMention['evidence']) =>
    mentions.filter((mention) => mention.evidence === evidence).length;
  const fame = (mentions[0]?.candidates ?? []).reduce((most, place) => Math.max(most, place.population), 0);
  return { places: count('place'), people: count('person'), fame };
}

/** Whether a name is one of a place here, as far as its own words and its other mentions say. */
function isPlace(
  key: string,
  { place, evidence, opens }: PlaceMention,
  uses: Uses,
  setting: Setting,
): boolean {
  if (evidence === 'body' || evidence === 'person') return false;
  if (notPlaces.has(key) && !place.curated) return false;
  const several = key.includes(' ') && !/^(?:st\.?|saint) /u.test(key);
  const known = place.curated || place.level === 'province' || several;
  if (uses.people > uses.places) return evidence === 'place' && known;
  if (evidence === 'place' || known) return true;
  const { nation, state } = supportOf(place, setting);
  if (evidence === 'speaks') return uses.places > 0 || uses.fame >= famous;
  if (isPersonName(key)) return uses.places > 0 || uses.fame >= famous || (uses.people === 0 && state >= 1);
  if (evidence === 'part') return uses.fame >= wellKnown;
  if (uses.places > 0 || uses.fame >= wellKnown || state >= 1) return true;
  return nation >= 1 && !opens && evidence !== 'institution';
}
