import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds, or at once when the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}

/** Whether the work settles within so many milliseconds; how it settles is its own business. */
export async function settlesWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const decided = new AbortController();
  const settled = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([settled, pause(milliseconds, decided.signal).then(() => false)]);
  } finally {
    decided.abort();
  }
}
