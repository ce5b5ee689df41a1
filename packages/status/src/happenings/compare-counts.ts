import type { Count } from '@trucewatch/schema';
import type { Traits } from './traits.ts';
import { weights } from './weights.ts';

/** What the tolls of two events say for their being one, in bits. A toll since a war began is no incident's toll. */
export function compareCounts(a: Traits, b: Traits): number {
  if (a.isCumulative !== b.isCumulative) return weights.ruledOut;
  if (a.counts.length === 0 || b.counts.length === 0) return 0;
  const isLater = (b.published ?? 0) >= (a.published ?? 0);
  const first = isLater ? a.counts : b.counts;
  const later = isLater ? b.counts : a.counts;
  let sum = 0;
  for (const one of first) {
    for (const other of later) {
      if (one.of !== other.of || !canBeOneGroup(one, other)) continue;
      sum += oneToll(one, other, a.published !== b.published);
    }
  }
  return Math.min(sum, weights.counts.most);
}

/** Whether an event tells of nothing but tolls since a war or an operation began. */
export function isCumulative(counts: readonly Count[]): boolean {
  return counts.length > 0 && counts.every(({ cumulative }) => cumulative);
}

/**
 * Of each fate the largest count that is no part of another one: that is the happening's toll. A toll since the war
 * began that stands beside it is left out.
 */
export function tollsOf(counts: readonly Count[]): readonly Count[] {
  if (counts.length < 2) return counts;
  const isWhole = isCumulative(counts);
  const largest = new Map<Count['of'], Count>();
  for (const count of counts) {
    if (count.subsetOf !== undefined || (count.cumulative && !isWhole)) continue;
    const known = largest.get(count.of);
    if (!known || count.low > known.low) largest.set(count.of, count);
  }
  return [...largest.values()];
}

/** "13 killed" may be the 13 civilians; 3 policemen are not the 3 children. */
function canBeOneGroup(a: Count, b: Count): boolean {
  return a.group === b.group || a.group === 'unknown' || b.group === 'unknown';
}

function oneToll(first: Count, later: Count, isOrdered: boolean): number {
  const { counts } = weights;
  const isVague = first.qualifier === 'vague' || later.qualifier === 'vague';
  if (!isVague && first.low === later.low && first.high === later.high) return counts.equal(first.low);
  const [a, b] = [first.high ?? Number.POSITIVE_INFINITY, later.high ?? Number.POSITIVE_INFINITY];
  if (first.low <= b && later.low <= a) return counts.compatible;
  const isGrown = later.low > a;
  const ratio = isGrown ? later.low / Math.max(1, a) : first.low / Math.max(1, b);
  const grown = ratio <= 1.5 ? counts.grown : ratio <= 3 ? counts.grownMuch : counts.far;
  return isGrown || !isOrdered ? grown : grown + counts.shrunk;
}
