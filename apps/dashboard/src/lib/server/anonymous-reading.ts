import type { Store } from '@trucewatch/store';

/** Milliseconds for which what an administrator set may be out of date here. */
const kept = 2_000;

/** Whether anybody may read, asked of the database at most every two seconds however many requests there are. */
export function openAnonymousReading(store: Pick<Store, 'settings'>) {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> | undefined;
  return {
    isAllowed(): Promise<boolean> {
      if (answer && performance.now() - asked < kept) return answer;
      asked = performance.now();
      const reading = store.settings.read().then(({ isReadingAnonymous }) => isReadingAnonymous);
      answer = reading;
      reading.catch(() => {
        if (answer === reading) answer = undefined;
      });
      return reading;
    },
    /** This process has just changed it. */
    forget(): void {
      answer = undefined;
    },
  };
}
