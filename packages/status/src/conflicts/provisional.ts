import { byText } from '../compare.ts';
import type { ConflictDefinition } from './known.ts';
import { displayNameOf, plainName } from './names.ts';

/** How often an actor was named in one way. */
export interface Spelling {
  readonly identity: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly count: number;
}

/** Two actors set against each other, with all names under which that is told. */
export interface FoePair {
  readonly identities: readonly [string, string];
  readonly spellings: ReadonlyMap<string, Spelling>;
}

/**
 * Conflicts for pairs of foes that no known conflict has, each named by both until an operator names it. Pairs of which the
 * foes go by the same names, here with a canonical id and there without, are one conflict.
 */
export function provisionalConflicts(pairs: Iterable<FoePair>): ConflictDefinition[] {
  const spellings = new Map<string, Map<string, number>>();
  const found = new Map<string, readonly [Set<string>, Set<string>]>();
  for (const { identities, spellings: told } of pairs) {
    for (const { identity, name, count } of told.values()) {
      const counts = spellings.get(identity) ?? new Map<string, number>();
      counts.set(name, (counts.get(name) ?? 0) + count);
      spellings.set(identity, counts);
    }
    const [a, b] = identities;
    if (a === b) continue;
    const [one, other] = a < b ? [a, b] : [b, a];
    const id = `provisional:${slug(one)}--${slug(other)}`;
    const sides = found.get(id) ?? [new Set(), new Set()];
    sides[0].add(one);
    sides[1].add(other);
    found.set(id, sides);
  }
  return [...found]
    .sort(([a], [b]) => byText(a, b))
    .map(([id, foes]) => {
      const sides = foes.map((identities) => sideOf([...identities].sort(byText), spellings));
      return {
        id,
        name: sides.map(({ name }) => name).join(' – '),
        countries: sides.flatMap(({ actors }) => countriesOf(actors)),
        sides,
      };
    });
}

/** The side of an actor that goes by several identities, the first of which tells its name. */
function sideOf(
  identities: readonly string[],
  spellings: ReadonlyMap<string, ReadonlyMap<string, number>>,
): ConflictDefinition['sides'][number] {
  const counts = new Map<string, number>();
  for (const identity of identities) {
    for (const [name, count] of spellings.get(identity) ?? [])
      counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return {
    name: displayNameOf(identities[0] ?? '', counts),
    actors: identities.filter((identity) => !identity.startsWith('name:')),
    names: [...new Set([...counts.keys()].map(plainName))].filter((name) => name !== '').sort(byText),
  };
}

function countriesOf(identities: readonly string[]): string[] {
  return identities
    .filter((identity) => /^country:[A-Z]{2}$/.test(identity))
    .map((identity) => identity.slice(8));
}

function slug(identity: string): string {
  return identity
    .replace(/^[a-z]+:/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase();
}
