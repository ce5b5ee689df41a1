/** A message that could not be delivered is tried for so long, in seconds. */
const patience = 86_400;
/** Seconds between two tries at most. */
const longestWait = 21_600;

/**
 * Seconds until a delivery is tried again: twice as long after each try from `first` on, a random fifth more or less,
 * and no sooner than the receiver asks. null when it is older than a day by then: it is given up.
 */
export function waitAfter(
  {
    attempts,
    createdAt,
    now,
    asked = 0,
  }: { attempts: number; createdAt: string; now: number; asked?: number | undefined },
  first: number,
  random: () => number = Math.random,
): number | null {
  const doubled = Math.min(longestWait, first * 2 ** Math.min(attempts - 1, 30));
  const wait = Math.max(asked, doubled * (0.8 + 0.4 * random()));
  return now + wait * 1_000 > Date.parse(createdAt) + patience * 1_000 ? null : wait;
}
