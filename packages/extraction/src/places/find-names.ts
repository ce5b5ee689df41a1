import { type FoldedText, foldedText, isCapitalAt } from '../names/folded-text.ts';
import {
  beginsPlace,
  goesOnAs,
  type KnownPlace,
  keyOf,
  needsCapitals,
  placesNamed,
  stateOf,
} from './gazetteer.ts';

export interface PlaceHit {
  start: number;
  end: number;
  candidates: KnownPlace[];
  /** The province that follows and says which: "Paris, Texas". */
  within?: KnownPlace[];
  /** It is what says so of the name before. */
  isTail?: boolean;
}

/** So many provinces and countries behind a name are looked at. */
const widest = 8;
/** No name of a place has more words than this. */
const longest = 6;

/** The names of places in `source.slice(from, to)`, longest first, in order; each begins with a capital. */
export function findPlaceNames(
  source: string,
  from: number,
  to: number,
  words: FoldedText = foldedText(source.slice(from, to)),
): PlaceHit[] {
  const { text: part, folded, starts, ends } = words;
  const hits: PlaceHit[] = [];
  for (let i = 0; i < starts.length; ) {
    const at = starts[i] as number;
    const taken = hasCapital(part, at) ? nameAt(part, folded, at, ends, i, hits.at(-1)) : undefined;
    if (!taken) {
      i++;
      continue;
    }
    hits.push({ ...taken, start: from + at, end: from + taken.end });
    while (i < starts.length && (starts[i] as number) < taken.end) i++;
  }
  return withTails(hits, source);
}

function nameAt(
  part: string,
  folded: string,
  at: number,
  ends: readonly number[],
  index: number,
  previous: PlaceHit | undefined,
): { end: number; candidates: KnownPlace[] } | undefined {
  const state = stateAt(part, at, previous);
  if (state) return state;
  if (!beginsPlace(folded.slice(at, ends[index]))) return undefined;
  const two = ends[index + 1];
  const words = two !== undefined && goesOnAs(keyOf(part.slice(at, two))) ? longest : 1;
  for (let last = Math.min(index + words, ends.length) - 1; last >= index; last--) {
    const bare = ends[last] as number;
    for (const end of part.charAt(bare) === '.' ? [bare + 1, bare] : [bare]) {
      const key = keyOf(part.slice(at, end));
      const candidates = placesNamed(key);
      if (candidates.length === 0) continue;
      if (needsCapitals(key) && part.slice(at, end) !== part.slice(at, end).toUpperCase()) continue;
      return { end, candidates };
    }
  }
  return undefined;
}

const letters = /^(?:(?:\p{Lu}\. ?){2,4}|W\. ?Va\.|\p{Lu}\p{Ll}{1,5}\.|\p{Lu}{2,3}(?![\p{L}\p{N}]))/u;

const isSmall = (code: number) => code >= 97 && code <= 122;

/** A state by its letters: with stops anywhere, "Ky." and "TX" only after a name and a comma. */
function stateAt(part: string, at: number, previous: PlaceHit | undefined) {
  const near = part.slice(at, at + 8);
  if (isSmall(near.charCodeAt(1)) && !near.includes('.')) return undefined;
  const text = letters.exec(near)?.[0].trimEnd();
  const state = text ? stateOf(text) : undefined;
  if (!text || !state) return undefined;
  const standsAlone = /^(?:\p{Lu}\. ?){2,}|^W\. ?Va\.|^NSW$/u.test(text);
  const follows = previous !== undefined && /\p{L}[^\n]{0,1}, ?$/u.test(part.slice(Math.max(0, at - 4), at));
  return standsAlone || follows ? { end: at + text.length, candidates: [state] } : undefined;
}

/** Tells each name what province or state stands behind it: "Oxford, North Carolina", "Goma (DRC)". */
function withTails(hits: PlaceHit[], source: string): PlaceHit[] {
  for (let i = hits.length - 2; i >= 0; i--) {
    const [hit, next] = [hits[i] as PlaceHit, hits[i + 1] as PlaceHit];
    if (!/^(?:, ?\s?| \(| in (?:the state of )?)$/u.test(source.slice(hit.end, next.start))) continue;
    if (isListed(hits, i, source)) continue;
    const wide = next.candidates.filter(isWide);
    if (wide.length === 0 || hit.candidates.some((place) => place.level === 'country')) continue;
    hit.within = [...wide, ...(next.within ?? [])].slice(0, widest);
    next.isTail = true;
  }
  return hits;
}

/** A country, a province, or a district that is no part of a town. */
function isWide({ level, unit }: KnownPlace): boolean {
  if (level === 'country' || level === 'province') return true;
  return unit !== undefined && (level === 'region' || (level === 'district' && unit.split('.').length === 3));
}

/** "Oregon, Washington, Georgia": states in a row, of which none is the other's town. */
function isListed(hits: readonly PlaceHit[], index: number, source: string): boolean {
  const [before, hit] = [hits[index - 1], hits[index] as PlaceHit];
  const isState = (place: KnownPlace) => place.level === 'province' || place.level === 'country';
  if (!before?.candidates.some(isState) || !hit.candidates.some(isState)) return false;
  return /^, $/u.test(source.slice(before.end, hit.start));
}

function hasCapital(text: string, at: number): boolean {
  if (isCapitalAt(text, at)) return true;
  const letter = text.charAt(at);
  if (letter !== 'a' && letter !== 'e') return false;
  return /^(?:al|el|ad|as|an|ar|at|az)-\p{Lu}/u.test(text.slice(at, at + 4));
}
