import type { Count } from '@trucewatch/schema';
import type { Traits } from './traits.ts';
import { weights } from './weights.ts';

/** What the tolls of two events say for their being one, in bits. A toll since a war began is no incident's toll. */
export function compareCounts(a: Traits, b: Traits): number {
  if (a.isCumulative !== b.isCumulative) return weights.ruledOut;
  if (a.counts.length === 0 || b.counts.length === 0) return 0;
  const isLater = (b.published ?? 0) >= (a.published ?? 0);
  const [first, later] = isLater ? [a.counts, b.counts] : [b.counts, a.counts];
  let sum = 0;
  for (const of of fates) {
    const one = largest(first, of);
    const other = largest(later, of);
    if (!one || !other || !canBeOneGroup(one, other)) continue;
    sum += oneToll(one, other, a.published !== b.published);
  }
  return Math.min(sum, weights.counts.most);
}

const fates = ['killed', 'wounded', 'missing', 'captured', 'displaced', 'bodies'] as const;

function largest(counts: readonly Count[], of: Count['of']): Count | undefined {
  let best: Count | undefined;
  for (const count of counts) {
    if (count.of !== of || count.subsetOf !== undefined) continue;
    if (!best || count.low > best.low) best = count;
  }
  return best;
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
