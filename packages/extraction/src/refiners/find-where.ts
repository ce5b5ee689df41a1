import type { Candidate } from '../candidate.ts';
import { type Attribution, attributionsOf } from '../claims/attributions.ts';
import { type Line, rangeOf } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { PlaceMention } from '../places/find-places.ts';
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
        : carried(candidate, story);
    }
    return candidates;
  },
};

/** A part of the world is no place of an event. */
function isWide(mention: PlaceMention): boolean {
  return mention.place.level === 'region' && mention.place.countryCode === undefined;
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
    const mention = before.places.findLast(
      (place) => !place.qualifies && !isWide(place) && place.place.level !== 'country',
    );
    if (mention) return { line: before, mention, rule: 'place-named-before' };
  }
  return null;
}

function best(candidate: Candidate, line: Line, spoken: readonly Attribution[]): PlaceMention | null {
  const range = candidate.clause
    ? clauseRange(candidate.clause, line)
    : { start: candidate.start, end: candidate.end };
  const subject = candidate.clause?.subject[0];
  const subjectEnd =
    subject && !candidate.clause?.verb.passive
      ? rangeOf(line, { first: subject.first, last: subject.last }).end
      : -1;
  let found: PlaceMention | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const mention of line.places) {
    if (mention.qualifies || isWide(mention) || isActorName(mention, line, candidate)) continue;
    if (spoken.some((said) => said.start <= mention.start && mention.end <= said.end)) continue;
    const before = line.source.slice(Math.max(line.start, mention.start - 24), mention.start).toLowerCase();
    const governed =
      /\b(?:in|on|near|at|around|of|against|over|into|outside|from|to|across|inside|targeting|hitting|shelling|town of|city of|capital|city,|town,|village,|capital,|settlement,)\s(?:the\s)?(?:\w+\s){0,3}$/u.test(
        before,
      );
    const inside = mention.start >= range.start && mention.end <= range.end;
    const rank =
      Math.min(Math.abs(mention.start - candidate.end), Math.abs(candidate.start - mention.end)) +
      (governed ? 0 : 60) +
      (inside ? 0 : 80) +
      (mention.start < subjectEnd && mention.place.level === 'country' ? 300 : 0) +
      (mention.place.level === 'country' ? 150 : mention.place.level === 'region' ? 90 : 0);
    if (rank < lowest) {
      lowest = rank;
      found = mention;
    }
  }
  return found;
}

/** A country that acts in the event is no place unless a preposition of place governs it. */
function isActorName(mention: PlaceMention, line: Line, candidate: Candidate): boolean {
  const before = line.source.slice(Math.max(line.start, mention.start - 8), mention.start);
  if (/\b(?:in|near|at|into|inside|across|from) $/u.test(before)) return false;
  const possessive = /^['’]s\b/u.test(line.source.slice(mention.end, mention.end + 2));
  const actors = [
    ...candidate.initiators,
    ...candidate.parties,
    ...candidate.mediators,
    ...candidate.claims.map((claim) => claim.by),
  ];
  return (
    possessive ||
    mention.place.level === 'country' ||
    actors.some(
      (actor) => actor.part === line.part && actor.start <= mention.start && mention.end <= actor.end,
    )
  );
}
