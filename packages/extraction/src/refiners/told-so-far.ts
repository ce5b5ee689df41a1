import type { Candidate } from '../candidate.ts';

/** Events in the order in which they were kept, and those of a kind together: long articles tell thousands. */
export class ToldSoFar {
  readonly all: Candidate[] = [];
  readonly #byKind = new Map<string, Candidate[]>();

  /** Type, step and reality of an event may not change after this. */
  add(candidate: Candidate): void {
    this.all.push(candidate);
    const kind = kindOf(candidate, candidate.reality);
    const alike = this.#byKind.get(kind);
    if (alike) alike.push(candidate);
    else this.#byKind.set(kind, [candidate]);
  }

  /** Those of the same type and step, and of this reality; a truce declared and one agreed are of one kind. */
  like(candidate: Candidate, reality = candidate.reality): readonly Candidate[] {
    return this.#byKind.get(kindOf(candidate, reality)) ?? [];
  }
}

function kindOf({ type, step }: Candidate, reality: Candidate['reality']): string {
  return `${type} ${step === 'declared' ? 'agreed' : (step ?? '')} ${reality}`;
}
