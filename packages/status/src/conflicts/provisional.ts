import type { Actor } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import type { ConflictDefinition } from './known.ts';
import { displayName, identityOf, wordsOf } from './names.ts';

/** Conflicts for pairs of foes that no known conflict has, each named by both until an operator names it. */
export function provisionalConflicts(pairs: readonly (readonly [Actor, Actor])[]): ConflictDefinition[] {
  const spellings = new Map<string, string[]>();
  const found = new Map<string, readonly [string, string]>();
  for (const pair of pairs) {
    const [a, b] = pair.map((actor) => {
      const identity = identityOf(actor);
      spellings.set(identity, [...(spellings.get(identity) ?? []), actor.name]);
      return identity;
    }) as [string, string];
    if (a === b) continue;
    const sorted = a < b ? ([a, b] as const) : ([b, a] as const);
    found.set(`provisional:${sorted.map(slug).join('--')}`, sorted);
  }
  return [...found]
    .sort(([a], [b]) => byText(a, b))
    .map(([id, identities]) => {
      const sides = identities.map((identity) => {
        const names = spellings.get(identity) ?? [];
        return {
          name: displayName(identity, names),
          actors: identity.startsWith('name:') ? [] : [identity],
          names: [...new Set(names.map((name) => wordsOf(name).join(' ')))]
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
