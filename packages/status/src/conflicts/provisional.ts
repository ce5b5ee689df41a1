import { byText } from '../compare.ts';
import type { ConflictDefinition } from './known.ts';
import { displayNameOf, wordsOf } from './names.ts';

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

/** Conflicts for pairs of foes that no known conflict has, each named by both until an operator names it. */
export function provisionalConflicts(pairs: Iterable<FoePair>): ConflictDefinition[] {
  const spellings = new Map<string, Map<string, number>>();
  const found = new Map<string, readonly [string, string]>();
  for (const { identities, spellings: told } of pairs) {
    for (const { identity, name, count } of told.values()) {
      const counts = spellings.get(identity) ?? new Map<string, number>();
      counts.set(name, (counts.get(name) ?? 0) + count);
      spellings.set(identity, counts);
    }
    const [a, b] = identities;
    if (a === b) continue;
    const sorted = a < b ? ([a, b] as const) : ([b, a] as const);
    found.set(`provisional:${sorted.map(slug).join('--')}`, sorted);
  }
  return [...found]
    .sort(([a], [b]) => byText(a, b))
    .map(([id, identities]) => {
      const sides = identities.map((identity) => {
        const names = spellings.get(identity) ?? new Map<string, number>();
        return {
          name: displayNameOf(identity, names),
          actors: identity.startsWith('name:') ? [] : [identity],
          names: [...new Set([...names.keys()].map((name) => wordsOf(name).join(' ')))]
            .filter((name) => name !== '')
            .sort(byText),
        };
      });
      return {
        id,
        name: sides.map(({ name }) => name).join(' – '),
        countries: countriesOf(identities),
        sides,
      };
    });
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
