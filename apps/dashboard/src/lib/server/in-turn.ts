/**
 * Lets so many of something be done at a time and the others wait for their turn, first come first served; null at once
 * for whoever would be one too many to wait.
 */
export function inTurn({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = [];
  let under = 0;

  return async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    if (under >= atOnce) {
      if (queue.length >= waiting) return null;
      await new Promise<void>((turn) => queue.push(turn));
    } else {
      under++;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else under--;
    }
  };
}
