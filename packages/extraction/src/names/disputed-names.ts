import countries from '../../data/countries.json' with { type: 'json' };
import { actorRows } from '../actors/actor-rows.ts';
import { curatedRows } from '../places/curated-rows.ts';
import type { NamesInUse } from './names-in-use.ts';

/** A place or an actor whose name is disputed, with who uses which; none of the names is the right one. */
export interface DisputedName {
  /** As in `Place.id` and `Actor.id`. */
  id: string;
  kind: 'place' | 'actor';
  names: NamesInUse;
  /** Every spelling that texts use for it. */
  spellings: readonly string[];
}

/** Everything whose name is disputed, as data/ has it. */
export const disputedNames: readonly DisputedName[] = [
  ...curatedRows.flatMap(({ id, name, aliases, names }) =>
    names ? [{ id, kind: 'place' as const, names, spellings: [name, ...aliases] }] : [],
  ),
  ...actorRows.flatMap(({ id, aliases, names }) =>
    names ? [{ id, kind: 'actor' as const, names, spellings: aliases }] : [],
  ),
];

/** What a state, a group or a body that uses names is itself called; undefined for none that is known. */
export function nameOfUser(id: string): string | undefined {
  const country = countries.find(({ code }) => id === `country:${code}`);
  if (country) return country.name;
  const row = actorRows.find((one) => one.id === id);
  return row?.name ?? row?.aliases[0];
}
