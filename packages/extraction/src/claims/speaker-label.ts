import { reference } from '../actors/actors-of-phrase.ts';
import type { Line } from '../document.ts';
import type { Attribution } from './attributions.ts';

/** "Maria Petrova: …": what follows the name is what she says. */
export function speakerLabel(line: Line): Attribution | null {
  const label = /^(\p{Lu}[\p{L}.’'-]{1,30}(?: \p{Lu}[\p{L}.’'-]{1,30}){1,3}):\s/u.exec(
    line.source.slice(line.start, Math.min(line.end, line.start + 130)),
  );
  const name = label?.[1];
  if (!name) return null;
  const end = line.start + name.length;
  // "NEW YORK: …" says where, not who.
  if (line.places.some((place) => place.start === line.start && place.end >= end)) return null;
  return {
    by: reference(line, { start: line.start, end }),
    polarity: 'asserts',
    start: line.start,
    end,
    from: end,
    to: line.end,
    clause: null,
    accused: [],
  };
}
