import type { Hours } from '@trucewatch/schema';
import { durationWords } from './instant.ts';

/** How long, no finer than it is known: `5 min`, `up to 7 h`, `8 h to 32 h`, `at least 17 h and not over`. */
export function hoursWords({ min, max }: Hours): string {
  if (max === null) return min === 0 ? 'not over' : `at least ${words(min)}, and not over`;
  if (words(min) === words(max)) return min === 0 ? 'at once' : words(min);
  return min === 0 ? `up to ${words(max)}` : `${words(min)} to ${words(max)}`;
}

function words(hours: number): string {
  return durationWords(hours * 3_600_000);
}
