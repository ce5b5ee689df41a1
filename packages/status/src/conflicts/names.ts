import { wordsOf as wordsOfName } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import { remembered } from './remembered.ts';

/** The words of a name as names are compared. */
export const wordsOf = remembered((name): readonly string[] => wordsOfName(name));

/** A name as it is compared as a whole. */
export const plainName = remembered((name) => wordsOf(name).join(' '));

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** What one actor is known by across articles: its canonical id, or its plain name where it has none. */
export function identityOf(actor: { id?: string | undefined; name: string }): string {
  return actor.id ?? `name:${plainName(actor.name)}`;
}

/**
 * The name to show for an identity: the country's English name, else the spelling used most
 * (ties: the shortest, then the first in code-unit order).
 */
export function displayName(identity: string, spellings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return displayNameOf(identity, counts);
}

/** The same, by how often each spelling is used. */
export function displayNameOf(identity: string, counts: ReadonlyMap<string, number>): string {
  const code = identity.startsWith('country:') ? identity.slice('country:'.length) : '';
  if (/^[A-Z]{2}$/.test(code)) return regions.of(code) ?? code;
  const [best] = [...counts].sort(
    ([a, timesA], [b, timesB]) => timesB - timesA || a.length - b.length || byText(a, b),
  );
  return best?.[0] ?? identity;
}
