import type { Candidate } from './candidate.ts';

/** One step of an extraction: which rule or refiner did what to which words. */
export interface TraceEntry {
  by: string;
  what: string;
  type: string;
  words: string;
}

/** Collects what happened, when it is asked for. */
export class Tracer {
  readonly entries: TraceEntry[] = [];
  readonly #on: boolean;

  constructor(on: boolean) {
    this.#on = on;
  }

  readonly add = (by: string, candidate: Candidate, what: string): void => {
    if (!this.#on) return;
    const type = candidate.step ? `${candidate.type}/${candidate.step}` : candidate.type;
    this.entries.push({
      by,
      what,
      type: `${type} (${candidate.reality})`,
      words: candidate.line.source.slice(candidate.start, candidate.end),
    });
  };
}
