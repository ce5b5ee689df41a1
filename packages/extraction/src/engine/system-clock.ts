import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.ts';

/** The machine's clock, for the apps to pass in. */
export const systemClock: Clock = {
  now: () => Date.now(),
  pause: (ms, signal) => wait(ms, undefined, { signal }),
  deadline: (ms) => AbortSignal.timeout(ms),
};
