import type { Conflict } from '@trucewatch/schema';
import { knownConflicts } from './known.ts';
import { displayName, identityOf } from './names.ts';
import { knownSides } from './sides.ts';

/** The side an actor stands on in a conflict, by its name in `parties`, or null when on none. */
export function sideOf(
  { id, parties }: Pick<Conflict, 'id' | 'parties'>,
  actor: { id?: string | undefined; name: string },
): string | null {
  const index = knownConflicts.findIndex((conflict) => conflict.id === id);
  const match = knownSides(actor).find(({ conflict }) => conflict === index);
  if (match) return parties[match.side] ?? null;
  const name = displayName(identityOf(actor), [actor.name]);
  return parties.find((party) => party === name) ?? null;
}
