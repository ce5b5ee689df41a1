/** Resolves after so many milliseconds, or at once when the signal aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
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
