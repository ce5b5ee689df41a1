import type { Told } from '../told.ts';
import { namesMeet } from './names.ts';

/** Whom and what a truce binds. */
export interface Scope {
  readonly kind: 'unilateral' | 'bilateral' | 'multilateral';
  /** Positions of its sides in the conflict's definition, in that order. */
  readonly sides: readonly number[];
  /** The town or district that it is for; null for a truce of the whole war. */
  readonly place: string | null;
  /** What it is called apart from other truces, such as "energy"; empty for one that is for everything. */
  readonly names: readonly string[];
}

/**
 * Whether a truce takes the place of an earlier one. One side's own truce does not undo what both had agreed, nor does a
 * truce with another foe, or one for a town or a purpose what holds everywhere.
 */
export function replaces(later: Scope, earlier: Scope): boolean {
  if (later.kind === 'unilateral' && earlier.kind !== 'unilateral') return false;
  if (later.place !== null && later.place !== earlier.place) return false;
  if (later.names.length > 0 && !namesMeet(new Set(later.names), new Set(earlier.names))) return false;
  // "Matching the rebels' truce, the army declared its own": both hold.
  if (later.kind === 'unilateral' && earlier.kind === 'unilateral')
    return later.sides.length === 0 || earlier.sides.some((side) => later.sides.includes(side));
  if (later.kind === 'unilateral' || earlier.kind === 'unilateral') return true;
  return later.sides.length < 2 || earlier.sides.every((side) => later.sides.includes(side));
}

/** Whether it takes the place of any truce that there may be among so many sides. */
export function replacesAll({ kind, sides, place, names }: Scope, sidesOfWar: number): boolean {
  const isForAll = place === null && names.length === 0 && sides.length === sidesOfWar;
  return kind !== 'unilateral' && isForAll;
}

/** Whether two bind the same. */
export function isSameScope(a: Scope | null, b: Scope | null): boolean {
  if (a === b) return true;
  return (
    a !== null &&
    b !== null &&
    a.kind === b.kind &&
    a.place === b.place &&
    a.names.join() === b.names.join() &&
    a.sides.length === b.sides.length &&
    a.sides.every((side, index) => side === b.sides[index])
  );
}

const narrow = new Set(['site', 'city', 'district']);

/**
 * The one town or district that every report of the truce's making names, if it names any. A town outside the countries of
 * the war is where they talked.
 */
export function placeOf(openers: readonly Told[], countries: readonly string[]): string | null {
  const places = openers.flatMap(({ event: { where } }) => where ?? []);
  const [first] = places;
  if (!first || !places.every(({ level }) => narrow.has(level))) return null;
  if (!countries.includes(first.countryCode ?? '')) return null;
  const key = (place: (typeof places)[number]) => place.id ?? place.name.toLowerCase();
  return places.every((place) => key(place) === key(first)) ? key(first) : null;
}
