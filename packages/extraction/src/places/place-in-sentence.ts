import type { Token } from '@trucewatch/language';
import type { Candidate } from '../candidate.ts';
import { type Attribution, attributionsOf } from '../claims/attributions.ts';
import { isQuoted, type Line, tokenAt } from '../document.ts';
import type { Story } from '../story.ts';
import type { PlaceMention } from './find-places.ts';
import { landmarksOf, landsOf } from './landmarks.ts';
import { unlistedIn } from './names-of-article.ts';
import { isPlaceNoun, isWide, locative } from './unlisted-places.ts';

/** How far a place may stand from the event in the tree before another sentence says better where it was. */
const farthest = 11;
const beside = 6;

/** The place that hangs nearest to the event in the tree: below it first, then beside it, the exact before the wide. */
export function placeInSentence(candidate: Candidate, story: Story): PlaceMention | null {
  const { line } = candidate;
  const spoken = attributionsOf(line, story);
  const anchor = anchorOf(candidate, line);
  if (!anchor) return null;
  const named = [
    ...line.places,
    ...unlistedIn(line, story),
    ...(takesLand.has(candidate.type) ? landsOf(line) : []),
  ];
  return (
    nearest(named, candidate, line, anchor, spoken) ??
    (takesLand.has(candidate.type) ? nearest(landmarksOf(line), candidate, line, anchor, spoken) : null)
  );
}

/** What happens to land and towns. */
const takesLand: ReadonlySet<Candidate['type']> = new Set(['attack', 'clash', 'capture', 'deployment']);

function nearest(
  mentions: readonly PlaceMention[],
  candidate: Candidate,
  line: Line,
  anchor: Token,
  spoken: readonly Attribution[],
): PlaceMention | null {
  const isTruce = candidate.type === 'ceasefire';
  const above = pathUp(line, anchor);
  let found: PlaceMention | null = null;
  // A truce is made somewhere only where the words beside it say so.
  let lowest = isTruce ? beside : farthest;
  for (const mention of mentions) {
    const token = line.tokens[tokenAt(line, mention.end - 1)];
    if (!token || isWide(mention) || isDateline(mention, line) || isClock(mention, line)) continue;
    if (isActorName(mention, token, line, candidate) || (mention.qualifies && !above.has(token.head)))
      continue;
    if (isTruce && !isGoverned(token, line)) continue;
    if (isDoer(token, line)) continue;
    const said = spoken.some(({ start, end }) => start <= mention.start && mention.end <= end);
    const rank =
      distance(line, token, above) +
      (isTruce ? 0 : (widths[mention.place.level] ?? 0)) +
      (said || isQuoted(line, mention.start) !== isQuoted(line, candidate.start) ? 5 : 0) +
      Math.min(1, Math.abs(mention.start - candidate.start) / 200);
    if (rank < lowest) {
      lowest = rank;
      found = mention;
    }
  }
  return found;
}

/** What a place costs for being wide: "in Karabakh" says less than "in Tartar". */
const widths: Partial<Record<PlaceMention['place']['level'], number>> = {
  province: 1,
  region: 1.5,
  country: 3,
};

const wars = new Set('war conflict fighting clashes hostilities battle battles violence'.split(' '));

/** The word that tells the event: its verb, or the noun that names it. */
function anchorOf(candidate: Candidate, line: Line): Token | undefined {
  const { clause } = candidate;
  if (candidate.rule === 'toll' && candidate.type === 'clash') {
    const war = line.tokens.find(({ lower }) => wars.has(lower));
    if (war) return war;
  }
  if (clause && !candidate.nominal) return line.tokens[clause.verb.head];
  const last = tokenAt(line, candidate.end - 1);
  for (let i = last; i >= 0 && (line.tokens[i]?.end ?? 0) > candidate.start; i--)
    if (line.tokens[i]?.upos === 'NOUN') return line.tokens[i];
  return line.tokens[last];
}

/** Crossing into or out of another clause costs more than a step inside one. */
const clausal: Readonly<Record<string, number>> = {
  ccomp: 3,
  advcl: 3,
  'acl:relcl': 5,
  acl: 1.5,
  parataxis: 3,
  conj: 0.5,
  nsubj: 3,
  'nsubj:pass': 0.5,
};

/** "… and was threatening Stepanakert": what another verb beside it reaches. */
const otherVerb = 4;

/** Each word on the way from a word to the root, with what it costs to get there. */
function pathUp(line: Line, from: Token): Map<number, number> {
  const costs = new Map<number, number>();
  let at: Token | undefined = from;
  let cost = 0;
  while (at && !costs.has(at.index)) {
    costs.set(at.index, cost);
    // Where the main clause says it happened holds for what it reports.
    cost += 1 + (clausal[at.relation] ?? 0) / 2;
    at = line.tree.headOf(at);
  }
  return costs;
}

/** Steps up from a place to the first word that also lies above the event, and from the event to that word. */
function distance(line: Line, place: Token, above: Map<number, number>): number {
  let at: Token | undefined = place;
  let cost = 0;
  for (let steps = 0; at && steps < 40; steps++) {
    const known = above.get(at.index);
    if (known !== undefined) return cost + known;
    const preposition = line.tree.child(at, 'case')?.lower ?? '';
    const crossed = at.relation === 'conj' && at.upos === 'VERB' ? otherVerb : (clausal[at.relation] ?? 0);
    cost += (apposed.has(at.relation) ? 0.25 : 1 + crossed) + (aside[preposition] ?? 0);
    at = line.tree.headOf(at);
  }
  return Number.POSITIVE_INFINITY;
}

/** What it was about and where it came from is not where it was: "a march against the war in Yemen". */
const aside: Readonly<Record<string, number>> = {
  against: 3,
  over: 2,
  about: 3,
  from: 2.5,
  for: 2,
  despite: 3,
  by: 3,
};

const undergone = new Set('suffer see witness come face endure survive'.split(' '));

/** "Istanbul supports …", "Kabul had mediated …": a town that does something is a government. */
function isDoer(token: Token, line: Line): boolean {
  // "talks with Kabul", "hit by Kyiv".
  if (/^(?:with|by)$/u.test(line.tree.child(token, 'case')?.lower ?? '')) return true;
  // "pro-Ankara fighters".
  if (/\b(?:pro|anti)-$/iu.test(line.source.slice(Math.max(line.start, token.start - 5), token.start)))
    return true;
  if (token.relation !== 'nsubj') return false;
  const head = line.tree.headOf(token);
  return (
    head?.upos === 'VERB' &&
    !undergone.has(head.lemma) &&
    line.tree.child(head, 'obj', 'ccomp', 'xcomp') !== undefined
  );
}

/** "the region's capital, Stepanakert", "the town of Tartar": the same place once more. */
const apposed = new Set(['appos', 'flat', 'compound', 'nmod:desc']);

/** "9:45 p.m. Khartoum time": it says which clock. */
function isClock(mention: PlaceMention, line: Line): boolean {
  return /^ (?:standard |local )?time\b/u.test(line.source.slice(mention.end, mention.end + 16));
}

/** "SAN SALVADOR, 3 JAN 90 -- …": where it was written, not where it happened. */
function isDateline(mention: PlaceMention, line: Line): boolean {
  if (mention.start > line.start + 40) return false;
  const after = line.source.slice(mention.end, Math.min(line.end, mention.end + 60));
  return /^(?:,[^.:;]{0,30})?\s?(?:\([^)]{1,24}\)\s?)?(?:--|—|–|-)\s/u.test(after);
}

/** "Syria's north", "the Karabakh conflict zone": what stands before says where the whole is. */
const belonging = new Set(['nmod:poss', 'compound', 'flat', 'appos']);

/** "in Gaza", "across Syria's north": a preposition of place stands before it or before what it belongs to. */
function isGoverned(token: Token, line: Line): boolean {
  let governed: Token | undefined = token;
  for (let i = 0; governed && i < 4 && belonging.has(governed.relation); i++)
    governed = line.tree.headOf(governed);
  const preposition = governed && line.tree.child(governed, 'case')?.lower;
  return preposition !== undefined && locative.has(preposition);
}

/** "Azerbaijani cities", "Ukraine's towns", "the territory of Armenia". */
function isOwnerOfLand(token: Token, line: Line): boolean {
  const head = line.tree.headOf(token);
  if (!head || !isPlaceNoun(head)) return false;
  if (token.relation === 'nmod') return line.tree.child(token, 'case')?.lower === 'of';
  return token.relation === 'amod' || token.relation === 'nmod:poss';
}

/** A country that acts in the event is no place unless a preposition of place governs it. */
function isActorName(mention: PlaceMention, token: Token, line: Line, candidate: Candidate): boolean {
  const preposition = line.tree.child(token, 'case')?.lower;
  const isOrigin = preposition === 'from' && candidate.type === 'talks';
  if (
    preposition !== undefined &&
    locative.has(preposition) &&
    !isOrigin &&
    !token.relation.startsWith('nsubj')
  )
    return false;
  if (mention.place.level === 'country') return !isOwnerOfLand(token, line);
  const actors = [
    ...candidate.initiators,
    ...candidate.mediators,
    ...candidate.claims.map((claim) => claim.by),
  ];
  return actors.some(
    (actor) => actor.part === line.part && actor.start <= mention.start && mention.end <= actor.end,
  );
}
