import type { Clock } from '../clock.ts';

/** A clock that stands still but for the pauses, which take no time; deadlines are real ones. */
export function testClock(): Clock & { pauses: number[] } {
  let now = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    async pause(ms) {
      pauses.push(ms);
      now += ms;
    },
    deadline: (ms) => AbortSignal.timeout(ms),
  };
}
