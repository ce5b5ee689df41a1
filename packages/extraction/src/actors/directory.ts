import countries from '../../data/countries.json' with { type: 'json' };
import { NameIndex } from '../names/name-index.ts';
import type { ActorRow } from './actor-row.ts';
import { actorRows } from './actor-rows.ts';

/** How a name stands for an actor: by its own name, as an adjective ("Armenian"), as a seat of government, or as a person who speaks for it. */
export type NameKind = 'name' | 'demonym' | 'seat' | 'person';

export interface KnownActor {
  id: string;
  kind: NameKind;
}

/** Second adjectives, beside the usual one in countries.json. */
const moreDemonyms: Readonly<Record<string, string[]>> = {
  AZ: ['Azeri'],
  XK: ['Kosovan'],
  AR: ['Argentinian'],
  GB: ['Briton', 'Scottish', 'Welsh'],
  NP: ['Nepalese'],
  LA: ['Lao'],
};

const byId = new Map(actorRows.map((row) => [row.id, row]));
const demonymWords = new Set<string>();

function buildIndex(): NameIndex<KnownActor> {
  const index = new NameIndex<KnownActor>();
  for (const { id, aliases, demonyms = [], seats = [], organs = {}, people } of actorRows) {
    for (const name of aliases) index.add(name, { id, kind: 'name' });
    for (const name of Object.values(organs).flat()) index.add(name, { id, kind: 'name' });
    for (const name of demonyms) index.add(name, { id, kind: 'demonym' });
    for (const name of seats) index.add(name, { id, kind: 'seat' });
    for (const name of people) index.add(name, { id, kind: 'person' });
  }
  for (const country of countries) {
    const id = `country:${country.code}`;
    for (const name of [country.name, ...country.names]) index.add(name, { id, kind: 'name' });
    for (const demonym of [...(moreDemonyms[country.code] ?? []), country.demonym].filter(Boolean)) {
      index.add(demonym, { id, kind: 'demonym' });
      index.add(`${demonym}s`, { id, kind: 'name' });
      demonymWords.add(demonym.toLowerCase()).add(`${demonym}s`.toLowerCase());
    }
    for (const capital of country.capitals) if (capital.length > 4) index.add(capital, { id, kind: 'seat' });
  }
  return index;
}

/** Every name by which a text may call an actor; names that are disputed are names like any other. */
export const actorNames: NameIndex<KnownActor> = buildIndex();

/** The row of an actor in data/actors/; a country may have none. */
export function actorRow(id: string): ActorRow | undefined {
  return byId.get(id);
}

/** Whether a word is the adjective of a country or names its people: "Syrian", "Syrians". */
export function isDemonym(word: string): boolean {
  return demonymWords.has(word.toLowerCase());
}
