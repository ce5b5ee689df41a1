/** What is measured, in the order of the scorecard, with what a right answer is. */
export const measures = {
  found: 'expected ceasefires that are there, once',
  'not invented': 'ceasefires there that are expected',
  kind: 'unilateral, bilateral or multilateral',
  parties: 'all sides of the truce and no other',
  mediators: 'each expected mediator and each found one',
  announced: 'when it was announced',
  effective: 'when it took effect',
  ended: 'when it ended, or that it has not',
  outcome: 'what became of it',
  link: 'which ceasefire it renews, extends, supersedes or comes after',
  status: 'both axes at an instant',
  'as known': 'both axes at an instant as known at another',
  accusations: 'each alleged breach on the truce it concerns',
  'no other breach': 'alleged breaches on a truce that are expected there',
  background: 'no ceasefire of an earlier time',
  tolls: 'deaths of a whole war told as such',
} as const;
export type Measure = keyof typeof measures;

/** Whose fault a wrong answer is, as far as can be told from the events: they lack it, or the history made of them is wrong. */
export type Fault = 'extraction' | 'status';

/** One expectation that was looked at. */
export interface Check {
  measure: Measure;
  isRight: boolean;
  /** For a person: what was expected, and what is there. */
  says: string;
  fault?: Fault;
}
