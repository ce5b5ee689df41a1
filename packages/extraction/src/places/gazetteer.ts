import countries from '../../data/countries.json' with { type: 'json' };
import exonyms from '../../data/exonyms.json' with { type: 'json' };
import cityRows from '../../data/gazetteer.json' with { type: 'json' };
import provinceRows from '../../data/provinces.json' with { type: 'json' };
import abbreviations from '../../data/state-abbreviations.json' with { type: 'json' };
import { fold } from '../names/fold.ts';
import { type CuratedRow, curatedRows } from './curated-rows.ts';
import { remembering } from './remember.ts';
import { RowTable } from './row-table.ts';

export interface KnownPlace {
  id: string;
  lat: number;
  lon: number;
  countryCode?: string;
  admin1?: string;
  level: 'site' | 'city' | 'district' | 'province' | 'country' | 'region';
  /** In thousands of people; 0 where it is not known. */
  population: number;
  /** Curated by hand or a country: it wins over towns of the same name. */
  curated: boolean;
  /** GeoNames' code of the province or district that it is or lies in: `US.TX`, `US.TX.277`. */
  unit?: string;
}

const towns = new RowTable(cityRows);
const provinces = new RowTable(provinceRows);
const byHand = new Map<string, KnownPlace[]>();
const firstWords = new Set<string>();
const firstTwoWords = new Set<string>();
const stateLetters = new Map<string, string>();
const inCapitals = new Set<string>();
fill();

function fill(): void {
  const put = (name: string, place: KnownPlace): void => {
    const key = keyOf(name);
    if (name.length <= 5 && /^[A-Z.]+$/u.test(name)) inCapitals.add(key);
    const places = byHand.get(key);
    if (places) places.push(place);
    else byHand.set(key, [place]);
    firstWords.add(/^[\p{L}\p{N}]+/u.exec(key)?.[0] ?? key);
    const two = /^[\p{L}\p{N}]+[^\p{L}\p{N}]+[\p{L}\p{N}]+/u.exec(key)?.[0];
    if (two) firstTwoWords.add(two);
  };
  for (const row of curatedRows) {
    const place = curatedPlace(row);
    for (const name of [row.name, ...row.aliases]) put(name, place);
  }
  for (const { code, lat, lon, name, names } of countries) {
    const place: KnownPlace = {
      id: `country:${code}`,
      lat,
      lon,
      countryCode: code,
      level: 'country',
      population: 0,
      curated: true,
    };
    for (const each of [name, ...names]) put(each, place);
  }
  for (const [name, own] of exonyms as [string, string][])
    for (const place of towns.rows(keyOf(own)).map(town).slice(0, 1)) put(name, place);
  for (const [country, list] of Object.entries(abbreviations))
    for (const pair of list.split('|')) {
      const [code = '', ...letters] = pair.split(' ');
      for (const each of [letters.join(' '), code])
        if (/^\p{L}/u.test(each) && !stateLetters.has(each)) stateLetters.set(each, `${country}.${code}`);
    }
}

function curatedPlace({ name, aliases, names, country, level, ...row }: CuratedRow): KnownPlace {
  return {
    ...row,
    ...(country ? { countryCode: country } : {}),
    level: level as KnownPlace['level'],
    population: 0,
    curated: true,
  };
}

/** Whether a name of any place begins with this word, folded: most words are done with here. */
export const beginsPlace = remembering(
  (word) => firstWords.has(word) || towns.hasFirstWord(word) || provinces.hasFirstWord(word),
);

/** Whether a name of any place may begin with these two words, folded: few first words are followed by a second. */
export const goesOnAs = remembering(
  (words) =>
    firstTwoWords.has(words) ||
    towns.hasPrefix(words) ||
    provinces.hasPrefix(words) ||
    saintOf(words).some((saint) => towns.hasPrefix(saint)),
);

/** Every place that a folded name may stand for, those of data/ by hand first. Empty for a name of none. */
export const placesNamed = remembering((key): KnownPlace[] => {
  const curated = byHand.get(key) ?? [];
  const units = provinces.rows(key).map(unit);
  const own = [key, ...saintOf(key)].flatMap((each) => towns.rows(each)).map(town);
  for (const place of curated) {
    if (place.level === 'country') continue;
    place.unit ??= units.find((each) => isSame(place, each))?.unit;
    if (place.level === 'city')
      place.population ||= Math.max(
        0,
        ...own.filter((each) => isNear(place, each)).map((each) => each.population),
      );
  }
  const rest = units.filter((place) => !curated.some((each) => each.unit === place.unit));
  return [...curated, ...rest, ...own];
});

/** Saints are written both ways: "St. Paul" and "Saint Paul". */
function saintOf(key: string): string[] {
  const saint = /^(?:st\.?|saint) (.+)$/u.exec(key)?.[1];
  return saint ? [`st. ${saint}`, `saint ${saint}`].filter((each) => each !== key) : [];
}

/** A state by its letters: "Ky.", "TX", "N.S.W.". Two letters alone mean one only after a town: "Paris, TX". */
export const stateOf = remembering((letters): KnownPlace | undefined => {
  const code = stateLetters.get(letters);
  const row = code ? provinceRows.indexOf(`,${code},`) : -1;
  if (row < 0) return undefined;
  const key = provinceRows.slice(provinceRows.lastIndexOf('\n', row) + 1, row);
  return placesNamed(key).find((place) => place.unit === code);
});

/** The country of this ISO 3166-1 alpha-2 code. */
export const countryByCode = remembering((code): KnownPlace | undefined => {
  const country = countries.find((row) => row.code === code);
  return country
    ? byHand.get(keyOf(country.name))?.find((place) => place.id === `country:${code}`)
    : undefined;
});

/** Whether a name is one in capitals only: "US", "DRC". */
export function needsCapitals(key: string): boolean {
  return inCapitals.has(key);
}

/** A name as the tables have it: without accents, capitals and double spaces. */
export function keyOf(name: string): string {
  const folded = fold(name);
  return /\s\s|[^\S ]/.test(folded) ? folded.replaceAll(/\s+/g, ' ') : folded;
}

/** Within half a degree: one town in two tables. */
function isNear(a: KnownPlace, b: KnownPlace): boolean {
  return Math.abs(a.lat - b.lat) < 0.5 && Math.abs(a.lon - b.lon) < 0.5;
}

/** Of one country and within 9 degrees: one province in two tables, whose middles lie apart. */
function isSame(a: KnownPlace, b: KnownPlace): boolean {
  return a.countryCode === b.countryCode && Math.abs(a.lat - b.lat) < 9 && Math.abs(a.lon - b.lon) < 9;
}

/** `code,lat,lon`; a code of three parts is a district's. */
function unit([code = '', lat, lon]: string[]): KnownPlace {
  return {
    id: `geonames-unit:${code}`,
    lat: Number(lat),
    lon: Number(lon),
    countryCode: code.slice(0, 2),
    level: code.split('.').length > 2 ? 'district' : 'province',
    population: 0,
    curated: false,
    unit: code,
  };
}

/** `country,admin code,lat,lon,thousands of people,GeoNames id in base 36`, and `x` for a part of a town. */
function town([countryCode = '', admin = '', lat, lon, thousands, id = '', part]: string[]): KnownPlace {
  return {
    id: `geonames:${Number.parseInt(id, 36)}`,
    lat: Number(lat),
    lon: Number(lon),
    countryCode,
    level: part ? 'district' : 'city',
    population: Number(thousands),
    curated: false,
    unit: `${countryCode}.${admin}`,
  };
}
