import { type Configuration, left, right, shift } from '../src/parser/parse/configuration.ts';

const never = 1000;

/**
 * What each move would cost: how many gold arcs it makes unreachable (Goldberg & Nivre 2013, arc-hybrid).
 * @param heads gold heads; the root is number `count`
 */
export function moveCosts(state: Configuration, heads: Int32Array, costs: Int32Array): void {
  const { allowed, next, count } = state;
  const top = state.onStack(0);
  costs.fill(never);
  if (allowed & (1 << shift)) {
    let lost = 0;
    for (let depth = 0; depth <= state.top; depth++) {
      const on = state.onStack(depth);
      if (depth > 0 && heads[next] === on) lost++;
      if (heads[on] === next) lost++;
    }
    costs[shift] = lost;
  }
  if (top < 0) return;
  let children = 0;
  for (let i = next; i < count; i++) if (heads[i] === top) children++;
  const head = heads[top] as number;
  if (allowed & (1 << left)) costs[left] = children + (head === state.onStack(1) || head > next ? 1 : 0);
  if (allowed & (1 << right)) costs[right] = children + (head >= next ? 1 : 0);
}

/** The cheapest move, arcs first: the static oracle. */
export function cheapest(costs: Int32Array): number {
  const [byShift, byLeft, byRight] = costs as unknown as [number, number, number];
  if (byLeft <= byShift && byLeft <= byRight) return left;
  return byRight <= byShift ? right : shift;
}
