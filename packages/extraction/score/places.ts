import { Article } from '@trucewatch/schema';
import { extract } from '../src/index.ts';
import { overlap } from './extract-all.ts';
import { Rates, Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';

interface Row {
  id?: string;
  title?: string | null;
  text: string;
  toponyms: { start: number; end: number; lat?: number | null; lon?: number | null }[];
}

/**
 * Toponyms in news, found and resolved. 161 km is the field's usual bound (100 miles; Gritta et al. 2020),
 * 25 km asks for the right town.
 */
export function scorePlaces(folder: string): string[] {
  return ['trnews', 'geovirus', 'lgl'].flatMap((name) => {
    const file = fileIn(folder, `${name}.dev.jsonl`, `${name}.test.jsonl`, `${name}.jsonl`);
    return file ? scoreFile(name, readRows<Row>(file)) : [];
  });
}

function scoreFile(name: string, rows: readonly Row[]): string[] {
  const found = new Rates();
  const [near, exact] = [new Share(), new Share()];
  for (const [index, row] of rows.entries()) {
    const article = Article.parse({ id: row.id ?? String(index), title: row.title, text: row.text });
    const places = extract(article, { mentions: true }).mentions?.places ?? [];
    const used = new Set<unknown>();
    for (const toponym of row.toponyms) {
      const match = places.find((place) => !used.has(place) && overlap(toponym, place.mention));
      if (!match) {
        found.fn += 1;
        continue;
      }
      used.add(match);
      found.tp += 1;
      if (typeof toponym.lat !== 'number' || typeof toponym.lon !== 'number') continue;
      const { lat, lon } = match;
      const distance =
        lat === undefined || lon === undefined ? Infinity : kilometres(toponym.lat, toponym.lon, lat, lon);
      near.add(distance <= 161);
      exact.add(distance <= 25);
    }
    found.fp += places.length - used.size;
  }
  return [found.line(name), near.line('  within 161 km'), exact.line('  within 25 km')];
}

/** Distance on a sphere of 6371 km, in kilometres; latitudes and longitudes in degrees. */
function kilometres(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * rad) / 2) ** 2;
  const h = half(lat2 - lat1) + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * half(lon2 - lon1);
  return 6371 * 2 * Math.asin(Math.sqrt(h));
}
