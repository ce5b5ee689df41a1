import countries from '../../data/countries.json' with { type: 'json' };
import cityRows from '../../data/gazetteer.json' with { type: 'json' };
import africa from '../../data/places/africa.json' with { type: 'json' };
import americasEurope from '../../data/places/americas-europe.json' with { type: 'json' };
import arabia from '../../data/places/arabia-iraq-afghanistan.json' with { type: 'json' };
import asia from '../../data/places/asia-pacific.json' with { type: 'json' };
import caucasus from '../../data/places/caucasus.json' with { type: 'json' };
import largeStates from '../../data/places/large-states.json' with { type: 'json' };
import levant from '../../data/places/levant.json' with { type: 'json' };
import ukraine from '../../data/places/ukraine-moldova.json' with { type: 'json' };
import { NameIndex } from '../names/name-index.ts';
import { notPlaces } from './not-places.ts';

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
}

function buildIndex(): NameIndex<KnownPlace[]> {
  const byName = new Map<string, KnownPlace[]>();
  const put = (name: string, place: KnownPlace): void => {
    const places = byName.get(name);
    if (places) places.push(place);
    else byName.set(name, [place]);
  };
  for (const row of [caucasus, levant, ukraine, arabia, africa, asia, americasEurope, largeStates].flat()) {
    const place = curatedPlace(row);
    for (const name of [row.name, ...row.aliases]) put(name, place);
  }
  for (const country of countries) {
    const { code, lat, lon } = country;
    const place: KnownPlace = {
      id: `country:${code}`,
      lat,
      lon,
      countryCode: code,
      level: 'country',
      population: 0,
      curated: true,
    };
    for (const name of [country.name, ...country.names]) put(name, place);
  }
  for (const [name, code] of countryAliases) put(name, { ...countryPlace(code) });
  for (const row of cityRows.split('\n')) addCity(row, put);
  const index = new NameIndex<KnownPlace[]>();
  for (const [name, places] of byName) index.add(name, places);
  return index;
}

const countryAliases: readonly (readonly [string, string])[] = [
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Ivory Coast', 'CI'],
  ['Macedonia', 'MK'],
  ['North Macedonia', 'MK'],
  ['Swaziland', 'SZ'],
  ['Cape Verde', 'CV'],
  ['Burma', 'MM'],
  ['Vatican', 'VA'],
  ['Holy See', 'VA'],
  ['Bosnia', 'BA'],
  ['Bosnia-Herzegovina', 'BA'],
  ['East Timor', 'TL'],
  ['Palestine', 'PS'],
  ['Palestinian territories', 'PS'],
  ['Congo', 'CD'],
  ['DR Congo', 'CD'],
  ['Democratic Republic of the Congo', 'CD'],
  ['DRC', 'CD'],
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['Britain', 'GB'],
  ['Great Britain', 'GB'],
  ['U.S.', 'US'],
  ['US', 'US'],
  ['USA', 'US'],
  ['America', 'US'],
  ['United States', 'US'],
  ['UAE', 'AE'],
  ['Emirates', 'AE'],
  ['United Arab Emirates', 'AE'],
  ['Netherlands', 'NL'],
  ['Holland', 'NL'],
  ['Russia', 'RU'],
  ['Russian Federation', 'RU'],
  ['South Korea', 'KR'],
  ['North Korea', 'KP'],
  ['Syria', 'SY'],
  ['Iran', 'IR'],
];

function countryPlace(code: string): KnownPlace {
  const country = countries.find((candidate) => candidate.code === code);
  return {
    id: `country:${code}`,
    lat: country?.lat ?? 0,
    lon: country?.lon ?? 0,
    countryCode: code,
    level: 'country',
    population: 0,
    curated: true,
  };
}

interface CuratedRow {
  id: string;
  lat: number;
  lon: number;
  level: string;
  country?: string;
  admin1?: string;
}

function curatedPlace(row: CuratedRow): KnownPlace {
  return {
    id: row.id,
    lat: row.lat,
    lon: row.lon,
    ...(row.country ? { countryCode: row.country } : {}),
    ...(row.admin1 ? { admin1: row.admin1 } : {}),
    level: row.level as KnownPlace['level'],
    population: 0,
    curated: true,
  };
}

/** A row of data/gazetteer.json: name|country|lat|lon|thousands of people|GeoNames id in base 36|admin code. */
function addCity(row: string, put: (name: string, place: KnownPlace) => void): void {
  const [name = '', countryCode = '', lat, lon, thousands, id = ''] = row.split('|');
  if (name.length < 3 || notPlaces.has(name)) return;
  put(name, {
    id: `geonames:${Number.parseInt(id, 36)}`,
    lat: Number(lat),
    lon: Number(lon),
    countryCode,
    level: 'city',
    population: Number(thousands),
    curated: false,
  });
}

/** Every place a name may stand for, best first. */
export const placeNames: NameIndex<KnownPlace[]> = buildIndex();
