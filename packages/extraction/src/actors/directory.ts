import armedGroups from '../../data/actors/armed-groups.json' with { type: 'json' };
import caucasus from '../../data/actors/caucasus.json' with { type: 'json' };
import governments from '../../data/actors/governments.json' with { type: 'json' };
import organisations from '../../data/actors/organisations.json' with { type: 'json' };
import countries from '../../data/countries.json' with { type: 'json' };
import { NameIndex } from '../names/name-index.ts';

/** How a name stands for an actor: by its own name, as an adjective ("Armenian"), as a seat of government, or as a person who speaks for it. */
export type NameKind = 'name' | 'demonym' | 'seat' | 'person';

export interface KnownActor {
  id: string;
  kind: NameKind;
}

/** Demonyms that world-countries lacks or gives in another form. */
const moreDemonyms: Readonly<Record<string, string[]>> = {
  AZ: ['Azerbaijani', 'Azeri'],
  GB: ['British'],
  US: ['American'],
  RU: ['Russian'],
  TR: ['Turkish'],
  IL: ['Israeli'],
  PS: ['Palestinian'],
  SA: ['Saudi'],
  AE: ['Emirati'],
  CD: ['Congolese'],
  CF: ['Central African'],
  FR: ['French'],
  DE: ['German'],
  SD: ['Sudanese'],
  SS: ['South Sudanese'],
  KR: ['South Korean'],
  KP: ['North Korean'],
  XK: ['Kosovar'],
  CH: ['Swiss'],
  PH: ['Philippine', 'Filipino'],
  GR: ['Greek'],
  CY: ['Cypriot'],
  NL: ['Dutch'],
  SY: ['Syrian'],
  IQ: ['Iraqi'],
  YE: ['Yemeni'],
  PK: ['Pakistani'],
  TH: ['Thai'],
  KH: ['Cambodian'],
  MM: ['Burmese'],
  LB: ['Lebanese'],
  UA: ['Ukrainian'],
  KZ: ['Kazakh'],
  GE: ['Georgian'],
  AM: ['Armenian'],
};
/** Names that world-countries lists but that news uses for something else. */
const misleading = new Set([
  'Georgia (country)',
  'Man',
  'Jersey',
  'Saint Martin',
  'Republic',
  'Heard',
  'Holland',
]);
/** English names that world-countries gives in another form. */
const moreNames: Readonly<Record<string, string[]>> = {
  TR: ['Turkey'],
  CZ: ['Czech Republic'],
  CI: ['Ivory Coast'],
  MK: ['Macedonia', 'North Macedonia'],
  SZ: ['Swaziland'],
  CV: ['Cape Verde'],
  MM: ['Burma'],
  VA: ['Vatican', 'Holy See'],
  BA: ['Bosnia', 'Bosnia-Herzegovina'],
  TL: ['East Timor'],
  PS: ['Palestine', 'Palestinian territories'],
  CD: ['Congo', 'DR Congo', 'Democratic Republic of the Congo'],
  GB: ['Britain', 'Great Britain'],
  US: ['America', 'United States'],
  AE: ['Emirates', 'United Arab Emirates'],
  NL: ['Netherlands', 'Holland'],
  RU: ['Russia', 'Russian Federation'],
  KR: ['South Korea'],
  KP: ['North Korea'],
  SY: ['Syria'],
};
const groupDemonyms = new Set([
  'Houthi',
  'Tigrayan',
  'Abkhaz',
  'South Ossetian',
  'Saudi',
  'Emirati',
  'Kosovar',
  'Kazakh',
  'Chinese',
  'Congolese',
  'Burmese',
  'Lebanese',
  'Azeri',
]);

function buildIndex(): NameIndex<KnownActor> {
  const index = new NameIndex<KnownActor>();
  for (const row of [...caucasus, ...armedGroups, ...organisations, ...governments]) {
    for (const alias of row.aliases) index.add(alias, { id: row.id, kind: aliasKind(row.id, alias) });
    for (const person of row.people) index.add(person, { id: row.id, kind: 'person' });
  }
  for (const country of countries) {
    const id = `country:${country.code}`;
    for (const name of [country.name, ...country.names, ...(moreNames[country.code] ?? [])])
      if (!misleading.has(name)) index.add(name, { id, kind: 'name' });
    for (const demonym of [...(moreDemonyms[country.code] ?? []), country.demonym].filter(Boolean)) {
      index.add(demonym, { id, kind: 'demonym' });
      index.add(`${demonym}s`, { id, kind: 'name' });
    }
    for (const capital of country.capitals) if (capital.length > 4) index.add(capital, { id, kind: 'seat' });
  }
  return index;
}

const seats = new Set(
  'Baku Yerevan Moscow Kremlin Ankara Washington Paris Berlin London Tehran Kyiv Kiev Damascus Beirut Cairo Doha Riyadh Asmara Islamabad Kabul Beijing Pyongyang Seoul Manila Kinshasa Kigali Kampala Bangkok Tbilisi Belgrade Pristina Astana Chisinau Bamako Juba Stepanakert Brussels Baghdad Delhi Bogota Abuja Rabat Bern Minsk Naypyidaw Jerusalem'.split(
    ' ',
  ),
);
function aliasKind(id: string, alias: string): NameKind {
  if (groupDemonyms.has(alias)) return 'demonym';
  return id.startsWith('org:') || !seats.has(alias) ? 'name' : 'seat';
}

/** Every name by which a text may call an actor; names that are disputed are names like any other. */
export const actorNames: NameIndex<KnownActor> = buildIndex();
