import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { Story } from '../story.ts';
import type { PlaceMention } from './find-places.ts';
import type { KnownPlace } from './gazetteer.ts';
import { unlistedIn } from './names-of-article.ts';
import { isWide } from './unlisted-places.ts';

type Level = KnownPlace['level'];

const town: readonly Level[] = ['city'];
const narrow: readonly Level[] = ['city', 'site'];
const broad: readonly Level[] = ['region', 'province', 'district'];
/** Which places a noun with an article points back to: "the town", "this enclave". */
const pointing: ReadonlyMap<string, readonly Level[]> = new Map([
  ...'city town village settlement capital port township'.split(' ').map((noun) => [noun, town] as const),
  ...'enclave territory region province area strip peninsula valley corridor district governorate oblast state island'
    .split(' ')
    .map((noun) => [noun, broad] as const),
]);
const articles = new Set(['the', 'this', 'that']);
/** What a town has: "its cathedral was hit". */
const carriedTypes = new Set<Candidate['type']>(['attack', 'clash', 'capture', 'displacement', 'deployment']);
/** So many sentences back a place is looked for. */
const reach = 3;

/** "Its cathedral was hit", "fighting in the enclave": the place named last before, when the words point back to one. */
export function placeBefore(candidate: Candidate, story: Story): Candidate['where'] {
  const { line } = candidate;
  if (!carriedTypes.has(candidate.type)) return null;
  const pointer = pointerOf(candidate, line);
  if (!pointer) return null;
  const named: { line: Line; mention: PlaceMention }[] = [];
  for (let i = line.index; i >= Math.max(0, line.index - reach); i--) {
    const before = story.document.lines[i];
    if (!before || before.part !== line.part) break;
    for (const mention of placesIn(before, story)) {
      if (mention.qualifies || isWide(mention) || mention.place.level === 'country') continue;
      if (before === line && mention.end > pointer.at) continue;
      if (pointer.levels.includes(mention.place.level) && pointer.fits(mention))
        named.push({ line: before, mention });
    }
    if (named.length > 0 && !pointer.both) break;
  }
  const [last] = named;
  const other = named.find(({ mention }) => mention.place.id !== last?.mention.place.id);
  const found = pointer.both ? (other ?? last) : last;
  return found ? { ...found, rule: 'place-named-before' } : null;
}

/** The places of a sentence, the last first. */
function placesIn(line: Line, story: Story): PlaceMention[] {
  return [...line.places, ...unlistedIn(line, story)].sort((a, b) => b.start - a.start);
}

interface Pointer {
  at: number;
  levels: readonly Level[];
  both: boolean;
  fits: (mention: PlaceMention) => boolean;
}

const any = (): boolean => true;

/** The words of the event's clause that point back to a place. */
function pointerOf(candidate: Candidate, line: Line): Pointer | null {
  const { start, end } = candidate.clause
    ? clauseRange(candidate.clause, line)
    : { start: candidate.start, end: candidate.end };
  const words = line.tokens.map(({ lower }) => lower);
  for (const [i, token] of line.tokens.entries()) {
    if (token.end <= start - 6 || token.start >= end) continue;
    const word = words[i] ?? '';
    if (word === 'there' && token.upos === 'ADV')
      return { at: token.start, levels: [...narrow, ...broad], both: false, fits: any };
    if (word === 'both' && /^(?:have|were|had|came|towns|cities|villages)$/u.test(words[i + 1] ?? ''))
      return { at: token.start, levels: town, both: true, fits: any };
    if ((word === 'its' || word === 'it') && i <= 1)
      return { at: token.start, levels: narrow, both: false, fits: any };
    const levels = pointing.get(word);
    if (!levels || !isDefinite(words, i)) continue;
    const level = word === 'corridor' || word === 'island' || word === 'valley';
    const fits = level ? (mention: PlaceMention) => mention.name.toLowerCase().includes(word) : any;
    return { at: token.start, levels, both: false, fits };
  }
  return null;
}

/** "the town", "the whole region"; "the Baku region" and "the town of Tartar" name theirs. */
function isDefinite(words: readonly string[], noun: number): boolean {
  if (words[noun + 1] === 'of') return false;
  return articles.has(words[noun - 1] ?? '') || articles.has(words[noun - 2] ?? '');
}
