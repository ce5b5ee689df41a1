import { type Act, publicationInterval, type Timeline } from '@trucewatch/schema';
import * as z from 'zod';
import { Story } from './story/story.ts';
import type { Report } from './told.ts';

const When = z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
  error:
    'write an ISO 8601 instant with its offset, such as 2020-10-17T15:00:00Z, or a date such as 2020-10-17',
});

/** A bare date means the end of that UTC day, for both. */
export const TimelineOptions = z.object({
  until: When.optional().describe('Nothing that happened later counts, and the timeline ends there'),
  asKnownAt: When.optional().describe('Articles that came out later are ignored'),
});
export type TimelineOptions = z.infer<typeof TimelineOptions>;

/**
 * The conflicts that the reports tell of, each with its ceasefires and its status over time. A pure function of
 * the set of reports: their order and repetition change nothing. Without `until` the timeline has no end, and
 * starts and ends already agreed for later are part of it. `acts`: as for `Story.decide`. Throws a ZodError for options that are no instants.
 */
export function timeline(
  reports: readonly Report[],
  options: TimelineOptions = {},
  acts: readonly Act[] = [],
): Timeline {
  const { until, asKnownAt } = TimelineOptions.parse(options);
  const latest = (when: string | undefined) => (when ? publicationInterval(when).latest : null);
  const story = new Story({ until: latest(until), asKnownAt: latest(asKnownAt) });
  story.decide(acts);
  story.add(reports);
  return story.timeline();
}
