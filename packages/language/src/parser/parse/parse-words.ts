import { hashTemplates } from '../hash.ts';
import { best } from '../model/linear-model.ts';
import { Configuration, shift } from './configuration.ts';
import { fillLabelAtoms, labelAtoms } from './label-atoms.ts';
import { fillMoveAtoms, moveAtoms } from './move-atoms.ts';
import type { SentenceInput } from './sentence-input.ts';
import type { ParserTemplates } from './templates.ts';

/** The trained model, or the one that is being trained. */
export interface Scorer {
  score(features: Int32Array, count: number): ArrayLike<number>;
}

/** Two models: which move, and with which label. Kept apart, a move costs three weights a feature and not one a label. */
export interface ParseModel {
  move: Scorer;
  label: Scorer;
  templates: ParserTemplates;
  /** The labels `case` and `mark`. */
  markers: [number, number];
}

/** The parser's state with room for features; the trainer walks it with the oracle's moves instead of the best ones. */
export class Parser {
  readonly state = new Configuration();
  readonly features: Int32Array;
  private readonly atoms = new Int32Array(moveAtoms.length);
  private readonly labelAtoms = new Int32Array(labelAtoms.length);
  private readonly model: ParseModel;

  constructor(model: ParseModel) {
    this.model = model;
    this.features = new Int32Array(Math.max(model.templates.move.count, model.templates.label.count));
  }

  /** Greedy parse, in time linear in the number of words; `state` then holds heads and labels. */
  parse(input: SentenceInput): Configuration {
    const { state } = this;
    state.start(input.count);
    while (!state.done) {
      const move = bestAllowed(this.scoreMoves(input), state.allowed);
      if (move === shift) state.shift();
      else state.attach(move, best(this.scoreLabels(input, move)));
    }
    return state;
  }

  scoreMoves(input: SentenceInput): ArrayLike<number> {
    return this.model.move.score(this.features, this.fillMoves(input));
  }

  scoreLabels(input: SentenceInput, move: number): ArrayLike<number> {
    return this.model.label.score(this.features, this.fillLabels(input, move));
  }

  /** Fills `features` for the next move and returns how many. */
  fillMoves(input: SentenceInput): number {
    fillMoveAtoms(this.atoms, this.state, input, this.model.markers);
    return hashTemplates(this.model.templates.move, this.atoms, this.features);
  }

  /** Fills `features` for the label of the arc that `move` would make. */
  fillLabels(input: SentenceInput, move: number): number {
    const { state } = this;
    fillLabelAtoms(this.labelAtoms, state, input, this.model.markers, state.onStack(0), state.headBy(move));
    return hashTemplates(this.model.templates.label, this.labelAtoms, this.features);
  }
}

export function bestAllowed(scores: ArrayLike<number>, allowed: number): number {
  let top = -1;
  for (let move = 0; move < 3; move++) {
    if (allowed & (1 << move) && (top < 0 || (scores[move] as number) > (scores[top] as number))) top = move;
  }
  return top;
}
