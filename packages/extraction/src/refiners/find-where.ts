import type { Token } from '@trucewatch/language';
import type { Candidate } from '../candidate.ts';
import { type Attribution, attributionsOf } from '../claims/attributions.ts';
import { type Line, tokenAt } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { PlaceMention } from '../places/find-places.ts';
import { isUnlisted, locative, unlistedPlaces } from '../places/unlisted-places.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

const located = new Set([
  'attack',
  'clash',
  'capture',
  'talks',
  'deployment',
  'withdrawal',
  'displacement',
  'detention',
  'protest',
  'aid',
  'exchange',
  'agreement',
  'ceasefire',
]);

/** Says where each happening took place: the target, then what stands in its clause, then in its sentence. */
export const findPlaces: Refiner = {
  name: 'find-where',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      if (!located.has(candidate.type) || candidate.where) continue;
      const spoken = attributionsOf(candidate.line, story);
      const mention = best(candidate, candidate.line, spoken);
      candidate.where = mention
        ? { line: candidate.line, mention, rule: 'place-in-sentence' }
        : (carried(candidate, story) ?? regionOfWar(candidate, story));
    }
    return candidates;
  },
};

/** A part of the world is no place of an event. */
function isWide(mention: PlaceMention): boolean {
  return (
    mention.place.level === 'region' && mention.place.countryCode === undefined && !isUnlisted(mention.place)
  );
}

const backwards =
  /\b(?:the|this) (?:\w+ )?(?:city|town|village|enclave|territory|region|district|province|area|settlement|capital)\b|\b(?:there|its|both|it)\b/iu;

/** "Its cathedral was hit", "fighting in the enclave": the place named last before, when the words point back to one. */
function carried(candidate: Candidate, story: Story): Candidate['where'] {
  const { line } = candidate;
  if (!['attack', 'clash', 'capture', 'displacement'].includes(candidate.type)) return null;
  const range = candidate.clause
    ? clauseRange(candidate.clause, line)
    : { start: candidate.start, end: candidate.end };
  if (!backwards.test(line.source.slice(Math.max(line.start, range.start - 6), range.end))) return null;
  for (let i = line.index - 1; i >= Math.max(0, line.index - 3); i--) {
    const before = story.document.lines[i];
    if (!before || before.part !== line.part) break;
    const named = before.places.filter(
      (place) => !place.qualifies && !isWide(place) && place.place.level !== 'country',
    );
    const mention = named.findLast(({ place }) => place.level !== 'region') ?? named.at(-1);
    if (mention) return { line: before, mention, rule: 'place-named-before' };
  }
  return null;
}

const ofWar = new Set(['attack', 'clash', 'capture', 'deployment']);
/** An article that names its region so often is about the war there. */
const often = 3;

/** "The fighting has killed hundreds": the region that the article keeps naming, as it was named last before. */
function regionOfWar(candidate: Candidate, story: Story): Candidate['where'] {
  const { line } = candidate;
  if (!ofWar.has(candidate.type)) return null;
  const region = regionNamedMost(story);
  const elsewhere = line.places.some((mention) => mention.place.id !== region && !isWide(mention));
  if (region === null || (elsewhere && candidate.type !== 'clash')) return null;
  let last: Candidate['where'] = null;
  for (const before of story.document.lines) {
    if (before.part !== line.part || (last !== null && before.index > line.index)) continue;
    const mention = before.places.findLast(({ place }) => place.id === region);
    if (mention) last = { line: before, mention, rule: 'region-of-the-war' };
  }
  return last;
}

const mostNamed = new WeakMap<Story, { region: string | null }>();

function regionNamedMost(story: Story): string | null {
  const known = mostNamed.get(story);
  if (known) return known.region;
  const times = new Map<string, number>();
  for (const line of story.document.lines)
    for (const { place } of line.places)
      if (place.level === 'region' && place.countryCode !== undefined)
        times.set(place.id, (times.get(place.id) ?? 0) + 1);
  const [first] = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const region = first && first[1] >= often ? first[0] : null;
  mostNamed.set(story, { region });
  return region;
}

/** How far a place may stand from the event in the tree before another sentence says better where it was. */
const farthest = 14;
const beside = 4;

/** The place that hangs nearest to the event in the tree: below it first, then beside it, the exact before the wide. */
function best(candidate: Candidate, line: Line, spoken: readonly Attribution[]): PlaceMention | null {
  const anchor = anchorOf(candidate, line);
  if (!anchor) return null;
  const above = pathUp(line, anchor);
  let found: PlaceMention | null = null;
  // A truce is made somewhere only where the words beside it say so.
  let lowest = candidate.type === 'ceasefire' ? beside : farthest;
  for (const mention of [...line.places, ...unlistedOf(line)]) {
    const token = line.tokens[tokenAt(line, mention.end - 1)];
    if (!token || isWide(mention) || isDateline(mention, line)) continue;
    if (isActorName(mention, token, line, candidate) || (mention.qualifies && !above.has(token.head)))
      continue;
    if (candidate.type === 'ceasefire' && !isGoverned(token, line)) continue;
    const said = spoken.some(({ start, end }) => start <= mention.start && mention.end <= end);
    const rank =
      distance(line, token, above) +
      (widths[mention.place.level] ?? 0) +
      (said ? 5 : 0) +
      Math.min(1, Math.abs(mention.start - candidate.start) / 200);
    if (rank < lowest) {
      lowest = rank;
      found = mention;
    }
  }
  return found;
}

const knownUnlisted = new WeakMap<Line, PlaceMention[]>();

function unlistedOf(line: Line): PlaceMention[] {
  const known = knownUnlisted.get(line);
  if (known) return known;
  const found = unlistedPlaces(line);
  knownUnlisted.set(line, found);
  return found;
}

/** What a place costs for being wide: "in Karabakh" says less than "in Tartar". */
const widths: Partial<Record<PlaceMention['place']['level'], number>> = {
  province: 1,
  region: 1.5,
  country: 3.5,
};

/** The word that tells the event: its verb, or the noun that names it. */
function anchorOf(candidate: Candidate, line: Line): Token | undefined {
  const { clause } = candidate;
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
  'acl:relcl': 3,
  acl: 1.5,
  parataxis: 3,
  conj: 0.5,
  nsubj: 3,
  'nsubj:pass': 0.5,
};

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
    cost += (apposed.has(at.relation) ? 0.25 : 1 + (clausal[at.relation] ?? 0)) + (aside[preposition] ?? 0);
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
};

/** "the region's capital, Stepanakert", "the town of Tartar": the same place once more. */
const apposed = new Set(['appos', 'flat', 'compound', 'nmod:desc']);

/** "SAN SALVADOR, 3 JAN 90 -- …": where it was written, not where it happened. */
function isDateline(mention: PlaceMention, line: Line): boolean {
  if (mention.start > line.start + 40) return false;
  const after = line.source.slice(mention.end, Math.min(line.end, mention.end + 60));
  return /^(?:,[^.:;]{0,30})?\s?(?:\([^)]{1,24}\)\s?)?(?:--|—|–|-)\s/u.test(after);
}

/** "in Gaza", "across Syria's north": a preposition of place stands before it or before what it belongs to. */
function isGoverned(token: Token, line: Line): boolean {
  const head = line.tree.headOf(token);
  const governed = token.relation === 'nmod:poss' || token.relation === 'compound' ? head : token;
  const preposition = governed && line.tree.child(governed, 'case')?.lower;
  return preposition !== undefined && locative.has(preposition);
}

/** A country that acts in the event is no place unless a preposition of place governs it. */
function isActorName(mention: PlaceMention, token: Token, line: Line, candidate: Candidate): boolean {
  const preposition = line.tree.child(token, 'case')?.lower;
  if (preposition !== undefined && locative.has(preposition) && !token.relation.startsWith('nsubj'))
    return false;
  if (mention.place.level === 'country') return true;
  const actors = [
    ...candidate.initiators,
    ...candidate.mediators,
    ...candidate.claims.map((claim) => claim.by),
  ];
  return actors.some(
    (actor) => actor.part === line.part && actor.start <= mention.start && mention.end <= actor.end,
  );
}
