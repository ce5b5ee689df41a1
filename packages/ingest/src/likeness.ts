/** Words in a run. */
const runLength = 3;

/** From so much on in common two texts are copies: an agency's report with another headline, a paragraph cut, a name spelt otherwise. */
export const copyFrom = 0.6;

/**
 * How much of two texts is the same: runs of three words that both have, of those that either has (Jaccard), 0 to 1. Where one
 * is at least half as long as the other, being contained in it counts as well: papers cut agencies' reports from the end.
 */
export function likeness(a: string, b: string): number {
  const [one, other] = [runsOf(a), runsOf(b)];
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const run of small) if (large.has(run)) shared++;
  const jaccard = shared / (small.size + large.size - shared);
  const isPart = small.size * 2 >= large.size && shared >= 0.85 * small.size;
  return isPart ? Math.max(jaccard, copyFrom) : jaccard;
}

function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + runLength <= words.length; at++) runs.add(words.slice(at, at + runLength).join(' '));
  return runs;
}
