import { mayNameOneTruce } from '@trucewatch/schema';
import { wordsOf } from '../conflicts/names.ts';
import type { Told } from '../told.ts';

/** A truce so named is for the whole war: it is not told apart by that. */
const ofTheWar = new Set(['nationwide', 'countrywide', 'national', 'border', 'war']);

/**
 * What articles call a truce to tell it from others, such as "energy" or "aleppo", as plain words. A name that holds nothing
 * but the war's own, given as words of its definition, tells nothing apart.
 */
export function namesOf(told: readonly Told[], wordsOfWar: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const { event } of told) {
    if (!event.truceName) continue;
    const words = wordsOf(event.truceName.words).filter((word) => !ofTheWar.has(word));
    if (words.length > 0 && !words.every((word) => wordsOfWar.has(word))) names.add(words.join(' '));
  }
  const [first] = names;
  const isOne = [...names].every((name) => mayNameOneTruce(name, first ?? ''));
  return isOne ? names : new Set();
}

/** Whether both have a name in common, or names for one thing. */
export function namesMeet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => [...b].some((other) => mayNameOneTruce(one, other)));
}

/** Whether both are named and not as one truce. */
export function namesDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !namesMeet(a, b);
}
