import { isDemonym } from '../actors/directory.ts';
import type { Line } from '../document.ts';
import { countryByCode, type KnownPlace } from './gazetteer.ts';

/** The countries that a sentence names by adjective, "Syrian", "the French", each at its words. */
export function adjectivesOf(line: Line): { start: number; end: number; name: string; place: KnownPlace }[] {
  let next = 0;
  return line.actors.flatMap(({ start, end, id, kind }) => {
    while (next < line.places.length && (line.places[next]?.end ?? 0) <= start) next++;
    const first = kind === 'name' ? nationality(line.source.slice(start, end)) : undefined;
    const name = kind === 'demonym' ? line.source.slice(start, end) : first;
    const place = name === undefined ? undefined : countryByCode(id.replace(/^country:/u, ''));
    const isNamed = (line.places[next]?.start ?? end) < end;
    return name !== undefined && place && !isNamed ? [{ start, end: start + name.length, name, place }] : [];
  });
}

/** The adjective that a name is or begins with: "Syrians", "Syrian" of "Syrian army". */
function nationality(name: string): string | undefined {
  if (isDemonym(name)) return name;
  const first = name.slice(0, Math.max(0, name.indexOf(' ')));
  return isDemonym(first) ? first : undefined;
}
