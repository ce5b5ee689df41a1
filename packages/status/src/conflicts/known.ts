import * as z from 'zod';
import rows from './known.json' with { type: 'json' };

const Side = z.object({
  name: z.string().min(1),
  /** Canonical actor ids, such as country:AZ or group:artsakh. */
  actors: z.array(z.string()),
  /** Lower-case names without accents; a name that holds one of them as whole words belongs to the side. */
  names: z.array(z.string()),
});

const ConflictDefinition = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** First and last day of the war, where an event outside them is another matter. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** ISO 3166-1 alpha-2 codes of the countries where it is fought. */
  countries: z.array(z.string().length(2)),
  sides: z.array(Side).min(2),
});
export type ConflictDefinition = z.infer<typeof ConflictDefinition>;

/** The wars that have a name here. To add one, add a row to known.json. */
export const knownConflicts: readonly ConflictDefinition[] = z.array(ConflictDefinition).parse(rows);

/** Where a war of known.json is fought, as ISO 3166-1 alpha-2 codes; empty for one that the articles alone make. */
export function countriesOfConflict(id: string): readonly string[] {
  return knownConflicts.find((one) => one.id === id)?.countries ?? [];
}
