import type { Candidate, MomentDraft } from '../candidate.ts';
import type { Refiner } from './refiner.ts';

const atOnceWords =
  /\b(?:effective (?:immediately|at once|forthwith|from now|as of now)|with immediate effect|takes? effect (?:immediately|at once)|(?:begins?|starts?) (?:immediately|at once)|immediately effective)\b/iu;

/** "declared a truce on Monday, effective immediately": it begins when it is made. */
export const atOnce: Refiner = {
  name: 'at-once',
  refine: (candidates) => {
    for (const candidate of candidates) {
      const { type, step, reality, when } = candidate;
      if (type !== 'ceasefire' || !when || reality !== 'actual') continue;
      if (step === 'agreed' || step === 'declared') candidate.effectiveAt ??= startOf(candidate, when);
    }
    return candidates;
  },
};

function startOf({ line, start }: Candidate, when: MomentDraft): MomentDraft | null {
  const found = atOnceWords.exec(line.source.slice(start, line.end));
  if (!found) return null;
  const from = start + found.index;
  const { earliest, latest, level } = when;
  return {
    earliest,
    latest,
    // An hour cannot be read off these words.
    level: level === 'minute' || level === 'hour' ? 'part_of_day' : level,
    basis: 'derived',
    line,
    start: from,
    end: from + found[0].length,
    rule: 'at-once',
  };
}
