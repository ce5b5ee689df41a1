import type { PlaceTrait } from './traits.ts';

const earthRadius = 6_371;

/** The cosine of the angle under which a distance on the ground is seen from the centre of the earth. */
export function cosineOf(kilometres: number): number {
  return Math.cos(kilometres / earthRadius);
}

/** The cosine of the angle between two points on the unit sphere. */
export function cosineBetween(a: readonly number[], b: readonly number[]): number {
  return (a[0] ?? 0) * (b[0] ?? 0) + (a[1] ?? 0) * (b[1] ?? 0) + (a[2] ?? 0) * (b[2] ?? 0);
}

/** Up to 30 km a report may mean a town's neighbour; two towns farther apart are two scenes. */
export const neighbouring = cosineOf(30);

/** For each town seen so far, those near enough to be taken for it, itself among them. */
export class CloseTowns {
  readonly #close = new Map<number, number[]>();
  readonly #towns: (readonly [number, PlaceTrait])[] = [];

  to(town: number, place: PlaceTrait): readonly number[] {
    const known = this.#close.get(town);
    if (known) return known;
    const close = [town];
    for (const [number, other] of this.#towns) {
      if (!areClose(place, other)) continue;
      close.push(number);
      this.#close.get(number)?.push(town);
    }
    this.#towns.push([town, place]);
    this.#close.set(town, close);
    return close;
  }
}

function areClose(a: PlaceTrait, b: PlaceTrait): boolean {
  if (a.identity === b.identity || !a.point || !b.point) return true;
  return cosineBetween(a.point, b.point) >= neighbouring;
}
