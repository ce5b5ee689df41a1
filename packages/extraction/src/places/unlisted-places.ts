import type { Token } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { isForces } from '../frames/forces.ts';
import { fold } from '../names/fold.ts';
import type { PlaceMention } from './find-places.ts';
import type { KnownPlace } from './gazetteer.ts';

/** Prepositions of place. */
export const locative: ReadonlySet<string> = new Set(
  'in at near outside around inside across into toward towards over throughout within off from to'.split(' '),
);
/** Those after which an unknown name is hardly anything but a place. */
const placing = new Set([
  'in',
  'at',
  'near',
  'outside',
  'around',
  'inside',
  'across',
  'into',
  'towards',
  'toward',
]);

/** Nouns that say what kind of place a name is. */
const kinds: ReadonlyMap<string, KnownPlace['level']> = new Map(
  (
    [
      ['city', 'village town city hamlet settlement capital suburb port township'],
      ['district', 'district county municipality neighbourhood neighborhood quarter'],
      ['province', 'province governorate state oblast department prefecture'],
      ['region', 'region valley area peninsula'],
      [
        'site',
        'island river bridge camp base airport square hill mountain crossing checkpoint junction lake hospital church cathedral mosque monastery temple synagogue market stadium dam mine',
      ],
    ] as const
  ).flatMap(([level, nouns]) => nouns.split(' ').map((noun) => [noun, level] as const)),
);

/**
 * Places that no table knows, by how the sentence uses the name: "in Wegel Tena", "the village Brod", "Antonivskyi bridge".
 * They have a name and a kind, and neither coordinates nor an identity that goes beyond the article.
 */
export function unlistedPlaces(line: Line): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const token of line.tokens) {
    if (token.upos !== 'PROPN' && !isAdjectival(token, line)) continue;
    const kind = kindOf(token, line);
    if (kind === null) continue;
    const { first, last } = nameAround(token, line);
    const start = first.start;
    const end = last.end;
    const name = line.source.slice(start, end);
    const covered = [line.places, line.actors, line.times].some((list) =>
      list.some((other) => other.start < end && start < other.end),
    );
    if (covered || isBody(last) || !/^\p{Lu}[\p{L}\p{M}’' -]{2,40}$/u.test(name) || isAcronym(name, line))
      continue;
    found.push(unlistedMention(line, first, last, kind));
  }
  return found;
}

/** The place that the words from one token to another name, known by them alone. */
export function unlistedMention(
  line: Line,
  first: Token,
  last: Token,
  level: KnownPlace['level'],
): PlaceMention {
  const name = line.source.slice(first.start, last.end);
  const place: KnownPlace = {
    id: `${unlisted}${fold(name)}`,
    lat: Number.NaN,
    lon: Number.NaN,
    level,
    population: 0,
    curated: false,
  };
  return plainMention(first.start, last.end, name, place);
}

/** A mention of a place about which nothing more is said. */
export function plainMention(start: number, end: number, name: string, place: KnownPlace): PlaceMention {
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

/** "the cities", "its territory": whether the word is one for land or a town. */
export function isPlaceNoun({ lemma, lower }: Token): boolean {
  const kind = kinds.get(lemma.toLowerCase()) ?? kinds.get(lower);
  return kind === undefined ? lower === 'territory' || lower === 'lands' : kind !== 'site';
}

const unlisted = 'name:';

/** Whether a place is known by its name alone: it has no identity and no coordinates to give. */
export function isUnlisted(place: KnownPlace): boolean {
  return place.id.startsWith(unlisted);
}

/** A part of the world is no place of an event. */
export function isWide({ place }: PlaceMention): boolean {
  return place.level === 'region' && place.countryCode === undefined && !isUnlisted(place);
}

/** What a town or a mountain has: "the outskirts of Vrabec", "in the direction of Sev Lich". */
const surroundings = new Set(
  'direction outskirt vicinity slope suburb edge centre center north south east west surroundings shore area'.split(
    ' ',
  ),
);

/** "Barmal district": a name that the tree takes for an adjective. */
function isAdjectival(token: Token, line: Line): boolean {
  return (
    token.upos === 'ADJ' &&
    token.relation === 'amod' &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    !/(?:ern|al|an)$/u.test(token.lower) &&
    token.head === token.index + 1 &&
    token.start > line.start &&
    kinds.has(line.tokens[token.head]?.lemma ?? '')
  );
}

function kindOf(token: Token, line: Line): KnownPlace['level'] | null {
  const head = line.tree.headOf(token);
  const preposition = line.tree.child(token, 'case');
  if (head && token.upos === 'ADJ') return kinds.get(head.lemma) ?? null;
  const own = kinds.get(token.lower);
  if (own === 'site' && line.tree.child(token, 'compound')?.upos === 'PROPN') return own;
  if (head && preposition?.lower === 'of' && token.relation === 'nmod' && surroundings.has(head.lemma))
    return 'city';
  if (head && ['appos', 'flat', 'compound', 'nmod:desc', 'nmod'].includes(token.relation)) {
    const kind = kinds.get(head.lemma.toLowerCase());
    const names = token.relation !== 'nmod' || preposition?.lower === 'of';
    if (kind && names && (token.relation !== 'compound' || head.upos === 'NOUN')) return kind;
  }
  // "shelled the village Brod", whatever the tree makes of it.
  const before = line.tokens[token.index - 1];
  const said = before?.upos === 'NOUN' ? kinds.get(before.lemma) : undefined;
  if (said && said !== 'site') return said;
  if (!preposition && isTakenPlace(token, line)) return 'city';
  if (!preposition || !placing.has(preposition.lower)) return null;
  if (!['obl', 'nmod', 'conj'].includes(token.relation)) return null;
  const apposed = line.tree
    .children(token, 'compound', 'appos')
    .map((child) => kinds.get(child.lemma.toLowerCase()))
    .find((kind) => kind !== undefined);
  return apposed ?? 'city';
}

/** Verbs whose object, where it is one unknown name, is hardly anything but a place. */
const onGround: ReadonlySet<string> = new Set(
  'shell bombard overrun besiege recapture retake liberate encircle wrest'.split(' '),
);
const taking: ReadonlySet<string> = new Set([
  'seize',
  'capture',
  'take',
  'enter',
  'reach',
  'storm',
  'lose',
  'regain',
  'clear',
]);

/** "Rebels seize Nyabiondo", "shelling Minembwe": people who are seized have a name of two words, or none. */
export function isTakenPlace(token: Token, line: Line): boolean {
  const verb = line.tree.headOf(token);
  if (!verb || token.relation !== 'obj' || line.tree.children(token).some(({ upos }) => upos !== 'PUNCT'))
    return false;
  if (onGround.has(verb.lemma)) return true;
  return taking.has(verb.lemma) && isForces(line.tree.child(verb, 'nsubj'));
}

/** The words of the name around the one that heads it. */
function nameAround(token: Token, line: Line): { first: Token; last: Token } {
  let first = token.index;
  let last = token.index;
  const isPart = (at: number) => {
    const other = line.tokens[at];
    return (
      other !== undefined &&
      ((other.upos === 'PROPN' &&
        (other.head === token.index || token.head === other.index || other.head === token.head)) ||
        (other.text === '-' && line.tokens[at - 1]?.end === other.start))
    );
  };
  while (isPart(first - 1)) first--;
  while (isPart(last + 1)) last++;
  return { first: line.tokens[first] as Token, last: line.tokens[last] as Token };
}

const bodies = new Set(
  'ministry council committee court parliament union nations agency group party office department university institute assembly congress senate'.split(
    ' ',
  ),
);

/** "at the Foreign Ministry": who sits there, not where. */
function isBody(last: Token): boolean {
  return bodies.has(last.lower);
}

/** "at UNICEF": letters of an organisation, unless the whole text is in capitals. */
function isAcronym(name: string, line: Line): boolean {
  if (name !== name.toUpperCase()) return false;
  const text = line.source.slice(line.start, line.end);
  return text !== text.toUpperCase();
}
