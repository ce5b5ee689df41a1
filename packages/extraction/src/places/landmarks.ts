import type { Token } from '@trucewatch/language';
import { type Line, tokenAt } from '../document.ts';
import { adjectivesOf } from './adjectives.ts';
import type { PlaceMention } from './find-places.ts';
import { isPlaceNoun, plainMention, unlistedMention } from './unlisted-places.ts';

const borders = new Set('border frontier frontline frontlines borderline'.split(' '));
const lines = new Set(['line', 'lines', 'zone']);
/** "the front line", "the contact line", "the line of contact", "the buffer zone". */
const ofLine = new Set('front contact control demarcation separation ceasefire buffer'.split(' '));

/** Lines between the sides that are told of without a name: "along the front line", "on the border". */
export const landmarksOf = onceALine((line) =>
  line.tokens.flatMap((token) => {
    if (!borders.has(token.lower) && !lines.has(token.lower)) return [];
    const [first, last] = borders.has(token.lower) ? [token, token] : stretchOfLine(token, line);
    if (!first || !last || line.tree.child(token, 'case') === undefined) return [];
    return [unlistedMention(line, first, last, 'region')];
  }),
);

function stretchOfLine(token: Token, line: Line): [Token, Token] | [] {
  const before = line.tokens[token.index - 1];
  if (before && ofLine.has(before.lower)) return [before, token];
  const after = line.tokens[token.index + 2];
  if (after && ofLine.has(after.lower) && line.tokens[token.index + 1]?.lower === 'of') return [token, after];
  return [];
}

/** "Azerbaijani cities", "Syrian territory": the country, by the adjective of a noun for land and towns. */
export const landsOf = onceALine((line) =>
  adjectivesOf(line).flatMap(({ start, end, name, place }) => {
    const token = line.tokens[tokenAt(line, start)];
    const head = token && line.tree.headOf(token);
    if (!head || token.relation !== 'amod' || !isPlaceNoun(head)) return [];
    return [plainMention(start, end, name, place)];
  }),
);

/** Every event of a sentence asks: it is read once. */
function onceALine(find: (line: Line) => PlaceMention[]): (line: Line) => PlaceMention[] {
  const known = new WeakMap<Line, PlaceMention[]>();
  return (line) => {
    const before = known.get(line);
    if (before) return before;
    const found = find(line);
    known.set(line, found);
    return found;
  };
}
