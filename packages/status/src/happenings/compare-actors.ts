import type { ActorTrait, Traits } from './traits.ts';
import { weights } from './weights.ts';

interface RoleWeights {
  readonly same: number;
  readonly sameSide: number;
  readonly unknownOther: number;
  readonly outsider: number;
  readonly otherSide: number;
}

/**
 * What they say of who did it. Whoever calls, declares or breaks a truce makes the happening; who shelled may be
 * contested, but where each hits the other there are two deeds.
 */
export function compareDoers(a: Traits, b: Traits): number {
  const { doer, target, ruledOut } = weights;
  const weight = inRole(a.doers, b.doers, doer);
  if (weight !== doer.otherSide && weight !== doer.outsider) return weight;
  const isMirrored = compareTargets(a, b) === target.otherSide;
  return a.isContestable && b.isContestable && !isMirrored ? weight : ruledOut;
}

export function compareTargets(a: Traits, b: Traits): number {
  return inRole(a.targets, b.targets, weights.target);
}

/** Those who fight or agree with one another; where one event has roles and the other has none, all of each. */
export function compareParties(a: Traits, b: Traits): number {
  if (a.parties.length === 0 && b.parties.length === 0) return 0;
  const one = a.everyone;
  const other = b.everyone;
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((actor) => other.some((match) => isOne(actor, match)));
  if (shared.length === 0) return areKnown(one) && areKnown(other) ? weights.parties.other : 0;
  const sides = new Set(shared.map(({ side, identity }) => (side < 0 ? -1 - identity : side)));
  return sides.size > 1 ? weights.parties.same : weights.parties.some;
}

function inRole(a: readonly ActorTrait[], b: readonly ActorTrait[], role: RoleWeights): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const one of a) for (const other of b) best = Math.max(best, pair(one, other, role));
  return best === Number.NEGATIVE_INFINITY ? 0 : best;
}

function pair(a: ActorTrait, b: ActorTrait, role: RoleWeights): number {
  if (a.identity === b.identity) return role.same;
  if (a.side >= 0 && b.side >= 0) return a.side === b.side ? role.sameSide : role.otherSide;
  if (a.side >= 0 || b.side >= 0) {
    // "Rebels" may be of any side; a country or group that stands on none is an outsider.
    const unsided = a.side >= 0 ? b : a;
    return unsided.isNamed ? role.outsider : 0;
  }
  return a.isNamed && b.isNamed ? role.otherSide : role.unknownOther;
}

function isOne(a: ActorTrait, b: ActorTrait): boolean {
  return a.identity === b.identity || (a.side >= 0 && a.side === b.side);
}

function areKnown(actors: readonly ActorTrait[]): boolean {
  return actors.every(({ side, isNamed }) => side >= 0 || isNamed);
}
