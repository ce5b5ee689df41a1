import { namesPeople } from '../actors/directory.ts';
import type { Line } from '../document.ts';
import { countryByCode, type KnownPlace } from './gazetteer.ts';

/** The countries that a sentence names by adjective, "Syrian", "the French", each at its words. */
export function adjectivesOf(line: Line): { start: number; end: number; name: string; place: KnownPlace }[] {
  return line.actors.flatMap(({ start, end, id, kind }) => {
    const name = line.source.slice(start, end);
    const place =
      kind === 'demonym' || namesPeople(name) ? countryByCode(id.replace(/^country:/u, '')) : undefined;
    return place ? [{ start, end, name, place }] : [];
  });
}
