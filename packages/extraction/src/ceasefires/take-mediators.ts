import { type ActorRef, sameActor, union } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';

/** Whoever is said to have mediated is no side, though the story has guessed him one. */
export function take(candidate: Candidate, actors: readonly ActorRef[]): void {
  union(
    candidate.mediators,
    actors.filter((actor) => !isSide(actor, candidate, [])),
  );
}

export function isSide(actor: ActorRef, candidate: Candidate, pair: readonly ActorRef[]): boolean {
  const sides = [...candidate.parties, ...candidate.initiators, ...pair];
  return sides.some((side) => sameActor(side, actor));
}

/** An agreed truce that the text tells, not one that is hoped for or denied. */
export function isNews({ type, step, reality, line }: Candidate): boolean {
  return (
    type === 'ceasefire' &&
    step === 'agreed' &&
    reality !== 'hypothetical' &&
    reality !== 'negated' &&
    line.part === 'text'
  );
}
