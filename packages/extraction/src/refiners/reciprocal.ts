import type { Clause } from '@trucewatch/language';
import { type ActorRef, sameActor } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { pairNear } from '../actors/pair-near.ts';
import type { Candidate } from '../candidate.ts';
import { attributionsOf } from '../claims/attributions.ts';
import { isQuoted, type Line, rangeOf, wordsOf } from '../document.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

/** So many events are looked at for who accuses first: an article has fewer, and a hostile text costs no more. */
const lookAt = 200;

/** "accused each other of violating the truce" is two claims: one event for each accused side. */
export const reciprocal: Refiner = {
  name: 'reciprocal',
  refine: (candidates, story) => {
    const violations = new Set(
      candidates.filter((candidate) => candidate.step === 'violated').map((candidate) => candidate.line),
    );
    const told = candidates
      .slice(0, lookAt)
      .filter(({ type, step, line }) => line.part === 'text' && (type === 'attack' || step === 'violated'));
    return candidates.flatMap((candidate) => split(candidate, told, story, violations.has(candidate.line)));
  },
};

/** "Accused each other of attacks in violation of the truce" names no attack beside the violation. */
function split(
  candidate: Candidate,
  told: readonly Candidate[],
  story: Story,
  violationTold: boolean,
): Candidate[] {
  const accusable = candidate.step === 'violated' || candidate.type === 'attack';
  if (!accusable) return [candidate];
  const clause = candidate.line.clauses.find(
    (other) =>
      isMutual(other, candidate.line) &&
      startOf(other, candidate.line) <= candidate.end &&
      candidate.start - startOf(other, candidate.line) < 200,
  );
  if (!clause) return [candidate];
  if (
    candidate.type === 'attack' &&
    candidate.mode === undefined &&
    candidate.where === null &&
    violationTold
  )
    return [];
  const sides = sidesOf(clause, candidate.line, story);
  if (!sides) return [candidate];
  const range = rangeOf(candidate.line, clause.verb);
  const voice = isQuoted(candidate.line, range.start) ? 'quote' : 'paraphrase';
  return inOrder(sides, told, story).map(([accused, accuser]) => ({
    ...candidate,
    start: Math.min(candidate.start, range.start),
    clause,
    nominal: false,
    reality: 'actual' as const,
    initiators: [accused],
    recipients: [accuser],
    parties: [],
    claims: [
      {
        by: accuser,
        polarity: 'accuses' as const,
        line: candidate.line,
        start: range.start,
        end: Math.max(range.end, candidate.start),
        voice,
      },
    ],
    also: [],
    reciprocal: true,
  }));
}

type Sides = readonly [ActorRef, ActorRef];

/** Accused and accuser of both halves: that one first whose accuser the article lets speak first. */
function inOrder(sides: Sides, told: readonly Candidate[], story: Story): Sides[] {
  const swapped: Sides = [sides[1], sides[0]];
  return firstAccuser(sides, told, story) === sides[0] ? [swapped, sides] : [sides, swapped];
}

/** Of two sides, the one that is first said to tell of an attack or a breach by the other. */
function firstAccuser(sides: Sides, told: readonly Candidate[], story: Story): ActorRef | undefined {
  for (const candidate of told)
    for (const said of attributionsOf(candidate.line, story)) {
      if (said.polarity !== 'accuses' && said.polarity !== 'asserts') continue;
      if (said.clause && isMutual(said.clause, candidate.line)) continue;
      const accuser = sides.find((side) => sameActor(said.by, side));
      const other = sides.find((side) => side !== accuser);
      if (!accuser || !other) continue;
      const isTold =
        candidate.start >= said.from &&
        candidate.start < said.to &&
        candidate.initiators.some((actor) => sameActor(actor, other));
      if (isTold || said.accused.some((actor) => sameActor(actor, other))) return accuser;
    }
  return undefined;
}

function startOf(clause: Clause, line: Line): number {
  return line.tokens[clause.verb.first]?.start ?? line.start;
}

function isMutual(clause: Clause, line: Line): boolean {
  const objects = clause.objects.map((phrase) => wordsOf(line, phrase)).join(' ');
  if (/^(?:accuse|blame)$/u.test(clause.verb.lemma))
    return /^(?:each other|one another|each|the other|other|the other side|the opposing side|the opposite side|their (?:enemy|foe|opponent|rival|adversary|counterpart))\b/u.test(
      objects,
    );
  return (
    /^(?:trade|exchange|swap)$/u.test(clause.verb.lemma) &&
    /\b(?:accusations|blame|allegations|recriminations)\b/u.test(objects)
  );
}

function sidesOf(clause: Clause, line: Line, story: Story): [ActorRef, ActorRef] | null {
  const subjects = actorsOf(clause.subject, line, story);
  const [first, second] = subjects;
  const pair = pairNear(line, story);
  // Three mediators before the verb are not the two who accuse each other.
  const isNamed = pair?.every((side) => line.actors.some(({ id }) => id === side.id)) === true;
  const areOthers = isNamed && !subjects.some((actor) => pair?.some((side) => sameActor(side, actor)));
  if (first && second && !areOthers) return [first, second];
  return pair;
}
