import type { Candidate } from '../candidate.ts';
import type { CountMention } from '../counts/find-counts.ts';
import type { Line } from '../document.ts';
import { clauseRange } from '../frames/stretch.ts';
import type { Refiner } from './refiner.ts';

/** Gives each number of dead, wounded, displaced … to the happening of its sentence that it belongs to. */
export const countCasualties: Refiner = {
  name: 'count-casualties',
  refine: (candidates) => {
    const byLine = new Map<Line, Candidate[]>();
    for (const candidate of candidates)
      byLine.set(candidate.line, [...(byLine.get(candidate.line) ?? []), candidate]);
    for (const [line, here] of byLine) for (const count of line.counts) give(count, line, here);
    return candidates;
  },
};

const takers: Readonly<Record<CountMention['of'], readonly string[]>> = {
  killed: ['attack', 'clash', 'displacement'],
  wounded: ['attack', 'clash'],
  missing: ['attack', 'clash'],
  bodies: ['exchange', 'attack', 'clash'],
  captured: ['detention', 'exchange', 'clash', 'capture'],
  displaced: ['displacement', 'clash', 'attack'],
};

function give(count: CountMention, line: Line, here: readonly Candidate[]): void {
  const fitting = here.filter(
    (candidate) =>
      takers[count.of].includes(candidate.type) &&
      candidate.reality !== 'hypothetical' &&
      candidate.reality !== 'future',
  );
  const weigh = (candidate: Candidate): number => {
    const range = candidate.clause
      ? clauseRange(candidate.clause, line)
      : { start: candidate.start, end: candidate.end };
    const inside = count.start >= range.start && count.start < range.end ? 0 : 200;
    const preferred =
      takers[count.of][0] === candidate.type || (count.cumulative && candidate.type === 'clash') ? 0 : 60;
    const cumulative =
      count.cumulative && candidate.type === 'attack' && !candidate.clause?.verb.passive ? 80 : 0;
    return (
      Math.min(Math.abs(candidate.start - count.start), Math.abs(candidate.end - count.start)) +
      inside +
      preferred +
      cumulative +
      (candidate.reality === 'negated' ? 500 : 0)
    );
  };
  const best = fitting.reduce<Candidate | null>(
    (found, candidate) => (found && weigh(found) <= weigh(candidate) ? found : candidate),
    null,
  );
  if (!best) return;
  best.casualties.push({ line, count });
}
