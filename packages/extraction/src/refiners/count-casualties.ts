import type { Candidate } from '../candidate.ts';
import type { CountMention } from '../counts/find-counts.ts';
import { hasOwnCause } from '../counts/own-cause.ts';
import type { Line } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { Story } from '../story.ts';
import { absorb } from './one-per-happening.ts';
import type { Refiner, Trace } from './refiner.ts';

/** Gives each number of dead, wounded, displaced … to the happening of its sentence that it belongs to. */
export const countCasualties: Refiner = {
  name: 'count-casualties',
  refine: (candidates, story, trace) => {
    const byLine = new Map<Line, Candidate[]>();
    for (const candidate of candidates)
      byLine.set(candidate.line, [...(byLine.get(candidate.line) ?? []), candidate]);
    for (const [line, here] of byLine) for (const count of line.counts) give(count, line, here);
    for (const line of story.document.lines)
      if (!byLine.has(line)) giveMissing(line, toldBefore(line, story, byLine));
    return joinBareTolls(candidates, trace);
  },
};

/** So many sentences back the attack may be told whose dead a bare sentence counts. */
const reach = 2;
const consequences = new Set(['kill', 'wound', 'injure', 'die', 'hurt']);

/** "A helicopter was shot down on Monday. Two crew members were killed.": dead without attacker, place or time are of the attack just told. */
function joinBareTolls(candidates: Candidate[], trace: Trace): Candidate[] {
  const joined = new Set<Candidate>();
  let last: Candidate | null = null;
  for (const candidate of candidates) {
    const { line } = candidate;
    if (candidate.type !== 'attack' || candidate.reality !== 'actual') continue;
    const near =
      last !== null &&
      last.line !== line &&
      last.line.part === line.part &&
      line.index - last.line.index <= reach &&
      line.paragraph - last.line.paragraph <= 1;
    if (last && near && isBareToll(candidate, candidates)) {
      trace('count-casualties', candidate, `the dead of "${last.line.source.slice(last.start, last.end)}"`);
      absorb(last, candidate);
      joined.add(candidate);
    } else last = candidate;
  }
  return candidates.filter((candidate) => !joined.has(candidate));
}

/** Longer sentences tell of their own. */
const longest = 36;

function isBareToll(
  { line, clause, rule, initiators, casualties }: Candidate,
  candidates: readonly Candidate[],
): boolean {
  const tells =
    rule === 'toll' || (clause !== null && consequences.has(clause.verb.lemma) && clause.verb.passive);
  return (
    tells &&
    casualties.length > 0 &&
    casualties.every(({ count }) => !count.cumulative) &&
    initiators.length === 0 &&
    line.times.length === 0 &&
    line.places.length === 0 &&
    line.tokens.length <= longest &&
    !hasOwnCause(line) &&
    candidates.every((other) => other.line !== line || other.type === 'attack')
  );
}

/** What the sentences right before one tell, in order. */
function toldBefore(
  line: Line,
  { document }: Story,
  byLine: ReadonlyMap<Line, Candidate[]>,
): () => Candidate[] {
  return () =>
    document.lines
      .slice(Math.max(0, line.index - reach), line.index)
      .filter(({ part, paragraph }) => part === line.part && line.paragraph - paragraph <= 1)
      .flatMap((before) => byLine.get(before) ?? []);
}

/** "Six others are missing.", "A doctor counted 28 bodies.": a sentence that tells nothing else goes with the attack told before it. */
function giveMissing(line: Line, before: () => Candidate[]): void {
  const found = line.counts.filter((count) => count.of === 'missing' || count.of === 'bodies');
  if (found.length === 0 || line.places.length > 0) return;
  const told = before().findLast(
    (candidate) => (candidate.type === 'attack' || candidate.type === 'clash') && isReal(candidate),
  );
  if (!told) return;
  told.casualties.push(...found.map((count) => ({ line, count })));
  told.also.push(line);
}

const takers: Readonly<Record<CountMention['of'], readonly string[]>> = {
  killed: ['attack', 'clash', 'displacement'],
  wounded: ['attack', 'clash'],
  missing: ['attack', 'clash'],
  bodies: ['exchange', 'attack', 'clash'],
  captured: ['detention', 'exchange', 'clash', 'capture'],
  displaced: ['displacement', 'clash', 'attack'],
};

function isReal({ reality }: Candidate): boolean {
  return reality !== 'hypothetical' && reality !== 'future';
}

function give(count: CountMention, line: Line, here: readonly Candidate[]): void {
  const fitting = here.filter(
    (candidate) =>
      takers[count.of].includes(candidate.type) &&
      (isReal(candidate) || (count.of === 'displaced' && candidate.type === 'displacement')),
  );
  const weigh = (candidate: Candidate): number => {
    const range = candidate.clause
      ? clauseRange(candidate.clause, line)
      : { start: candidate.start, end: candidate.end };
    const inside = count.start >= range.start && count.start < range.end ? 0 : 200;
    const preferred =
      takers[count.of][0] === candidate.type ||
      (count.cumulative && candidate.type === 'clash' && count.of !== 'displaced')
        ? 0
        : 60;
    const cumulative = count.cumulative && candidate.type === 'attack' && candidate.rule !== 'toll' ? 300 : 0;
    // The dead of a flight only where nothing else killed them.
    const elsewhere = (count.of === 'displaced') !== (candidate.type === 'displacement') ? 400 : 0;
    return (
      Math.min(Math.abs(candidate.start - count.start), Math.abs(candidate.end - count.start)) +
      inside +
      preferred +
      cumulative +
      elsewhere +
      (candidate.reality === 'negated' ? 500 : 0)
    );
  };
  const best = fitting.reduce<Candidate | null>(
    (found, candidate) => (found && weigh(found) <= weigh(candidate) ? found : candidate),
    null,
  );
  if (!best) return;
  best.casualties.push({ line, count });
  // "The war killed 20,000 and displaced a million": whom it drove out is its toll too.
  const war =
    count.of === 'displaced' && best.type === 'displacement'
      ? fitting.find(({ type }) => type === 'clash')
      : undefined;
  war?.casualties.push({ line, count });
}
