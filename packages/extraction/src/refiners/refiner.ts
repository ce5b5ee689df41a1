import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';

/** A refiner takes the list of candidates and gives a list: it corrects, fills, joins or drops. */
export interface Refiner {
  name: string;
  refine: (candidates: Candidate[], story: Story, trace: Trace) => Candidate[];
}

/** Why candidates were dropped or joined, for `--trace`. */
export type Trace = (refiner: string, candidate: Candidate, what: string) => void;
