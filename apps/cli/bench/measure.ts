/** Processor time that a piece of work takes in this process, in milliseconds: what other programs do does not count. */
export function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/**
 * Median processor time of each of several pieces of work, in milliseconds. They take turns, so that what slows the
 * machine for a while slows them all; the first rounds, in which V8 still compiles, do not count.
 */
export function medianTimes(works: readonly (() => unknown)[], rounds = 7, warmUps = 2): number[] {
  const times: number[][] = works.map(() => []);
  for (let round = -warmUps; round < rounds; round++)
    works.forEach((work, i) => {
      const time = cpuTime(work);
      if (round >= 0) times[i]?.push(time);
    });
  return times.map(median);
}
