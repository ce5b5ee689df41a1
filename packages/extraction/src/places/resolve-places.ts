import type { Line } from '../document.ts';
import type { PlaceMention } from './find-places.ts';
import type { KnownPlace } from './gazetteer.ts';

/**
 * Decides, over the whole article, which of several places a name means: curated ones and countries
 * first, then the town in a country that the article names, then the largest.
 */
export function resolvePlaces(lines: readonly Line[]): void {
  const mentions = lines.flatMap((line) => line.places);
  const named = new Map<string, number>();
  for (const mention of mentions) {
    const best = mention.candidates[0];
    if (best?.curated && best.countryCode)
      named.set(best.countryCode, (named.get(best.countryCode) ?? 0) + 1);
  }
  for (const line of lines) {
    for (const actor of line.actors) {
      if (!actor.id.startsWith('country:')) continue;
      const code = actor.id.slice('country:'.length);
      named.set(code, (named.get(code) ?? 0) + 1);
    }
  }
  const chosen = new Map<string, KnownPlace>();
  for (const mention of mentions) {
    const known = chosen.get(mention.name);
    mention.place = known ?? choose(mention, named);
    chosen.set(mention.name, mention.place);
  }
}

function choose(mention: PlaceMention, named: ReadonlyMap<string, number>): KnownPlace {
  const [first] = mention.candidates;
  if (!first || mention.candidates.length === 1) return mention.place;
  const score = (place: KnownPlace): number => {
    const nation = place.countryCode ? (named.get(place.countryCode) ?? 0) : 0;
    if (place.level === 'country') return 1e6;
    if (place.curated) return nation > 0 || !place.countryCode ? 1e5 : 200 + place.population;
    return Math.log2(1 + place.population) * 20 + (nation > 0 ? 120 + nation : 0);
  };
  return mention.candidates.reduce((best, place) => (score(place) > score(best) ? place : best), first);
}
