import type { Hours } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import { durationWords } from './instant.ts';

/** How long, no finer than it is known: `5 min`, `up to 7 h`, `8 h to 32 h`, `at least 17 h and not over`. */
export function hoursWords({ min, max }: Hours): string {
  const least = words(min);
  if (max === null) return min === 0 ? m.time_not_over() : m.time_at_least_and_not_over({ least });
  const most = words(max);
  if (least === most) return min === 0 ? m.time_at_once() : least;
  return min === 0 ? m.time_up_to({ most }) : m.time_range({ from: least, to: most });
}

function words(hours: number): string {
  return durationWords(hours * 3_600_000);
}
