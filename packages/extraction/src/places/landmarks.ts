import type { Token } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { adjectivesOf } from './adjectives.ts';
import type { PlaceMention } from './find-places.ts';
import type { KnownPlace } from './gazetteer.ts';
import { isPlaceNoun, unlistedMention } from './unlisted-places.ts';

const borders = new Set('border frontier frontline frontlines borderline'.split(' '));
const lines = new Set(['line', 'lines', 'zone']);
/** "the front line", "the contact line", "the line of contact", "the buffer zone". */
const ofLine = new Set('front contact control demarcation separation ceasefire buffer'.split(' '));

/** Lines between the sides that are told of without a name: "along the front line", "on the border". */
export function landmarksOf(line: Line): PlaceMention[] {
  return line.tokens.flatMap((token) => {
    if (!borders.has(token.lower) && !lines.has(token.lower)) return [];
    const [first, last] = borders.has(token.lower) ? [token, token] : stretchOfLine(token, line);
    if (!first || !last || line.tree.child(token, 'case') === undefined) return [];
    return [unlistedMention(line, first, last, 'region')];
  });
}

function stretchOfLine(token: Token, line: Line): [Token, Token] | [] {
  const before = line.tokens[token.index - 1];
  if (before && ofLine.has(before.lower)) return [before, token];
  const after = line.tokens[token.index + 2];
  if (after && ofLine.has(after.lower) && line.tokens[token.index + 1]?.lower === 'of') return [token, after];
  return [];
}

/** "Azerbaijani cities", "Syrian territory": the country, by the adjective of a noun for land and towns. */
export function landsOf(line: Line): PlaceMention[] {
  return adjectivesOf(line).flatMap(({ start, end, name, place }) => {
    const token = line.tokens.find((other) => other.start === start);
    const head = token && line.tree.headOf(token);
    if (!head || token.relation !== 'amod' || !isPlaceNoun(head)) return [];
    return [mentionOf(start, end, name, place)];
  });
}

function mentionOf(start: number, end: number, name: string, place: KnownPlace): PlaceMention {
  return {
    start,
    end,
    name,
    candidates: [place],
    place,
    qualifies: false,
    evidence: 'place',
    opens: false,
    ofState: false,
    within: [],
  };
}
