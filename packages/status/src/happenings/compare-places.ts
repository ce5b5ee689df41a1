import { cosineBetween, cosineOf, neighbouring } from './towns.ts';
import type { PlaceTrait, Traits } from './traits.ts';
import { weights } from './weights.ts';

const nearby = cosineOf(10);

/** What the places of two events say for their being one, in bits. */
export function comparePlaces(a: Traits, b: Traits): number {
  const one = a.place;
  const other = b.place;
  if (!one || !other) return 0;
  // There are many towns of one name: where both are on the map, the map decides.
  const isOnMap = one.point !== null && other.point !== null;
  const isSame = one.identity === other.identity || (!isOnMap && one.name === other.name);
  if (!a.hasScene) {
    const { same, other: different } = weights.place.sceneless;
    if (isSame) return one.isNarrow ? same : 0;
    return one.isNarrow && other.isNarrow ? different : 0;
  }
  if (isSame) return sameArea(one);
  if (one.isNarrow && other.isNarrow) return twoTowns(one, other);
  return wide(one, other);
}

function sameArea({ level, isNarrow, isSideName }: PlaceTrait): number {
  const { place } = weights;
  if (isNarrow && isSideName) return place.capital.same;
  if (level === 'site' || level === 'city') return place.sameTown;
  if (level === 'district') return place.sameDistrict;
  if (level === 'province') return place.sameProvince;
  return level === 'region' ? place.sameRegion : 0;
}

function twoTowns(one: PlaceTrait, other: PlaceTrait): number {
  const { place, ruledOut } = weights;
  if (one.isSideName || other.isSideName) return place.capital.other;
  const [a, b] = [one.point, other.point];
  if (!a || !b) return place.otherName;
  const cosine = cosineBetween(a, b);
  if (cosine >= nearby) return place.near;
  return cosine >= neighbouring ? place.neighbouring : ruledOut;
}

/** A region or country may hold the town that the other one names; which does is known of countries and provinces. */
function wide(one: PlaceTrait, other: PlaceTrait): number {
  const { place } = weights;
  if (one.country && other.country && one.country !== other.country) return place.otherCountry;
  if (one.level === 'country' || other.level === 'country') return 0;
  if (one.level === 'region' || other.level === 'region') return 0;
  if (!one.admin1 || !other.admin1) return 0;
  return one.admin1 === other.admin1 ? place.sameProvince : place.otherProvince;
}
