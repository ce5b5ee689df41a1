import { type Conflict, type EventRef, publicationInterval, type Timeline } from '@trucewatch/schema';
import * as z from 'zod';
import { assembleTruces } from './ceasefires/assemble.ts';
import { describe } from './ceasefires/describe.ts';
import { livesOf } from './ceasefires/life.ts';
import { refsOf } from './ceasefires/telling.ts';
import { type Change, changesOf } from './changes.ts';
import { byText } from './compare.ts';
import { type AssignedConflict, assignConflicts } from './conflicts/assign.ts';
import { isCurrent } from './conflicts/foes.ts';
import { fold } from './fold.ts';
import { day } from './range.ts';
import { inOrder, type Report, type Told, toldEvents } from './told.ts';

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
 * starts and ends already agreed for later are part of it. Throws a ZodError for options that are no instants.
 */
export function timeline(reports: readonly Report[], options: TimelineOptions = {}): Timeline {
  const { until, asKnownAt } = TimelineOptions.parse(options);
  const end = until ? publicationInterval(until).latest : null;
  const known = toldEvents(reports, asKnownAt ? publicationInterval(asKnownAt).latest : null);
  const told = end === null ? known : known.filter(({ at }) => at === null || at <= end);
  const horizon =
    end ?? told.reduce((last, one) => Math.max(last, one.at ?? 0, one.published?.latest ?? 0), 0);
  const conflicts = assignConflicts(told).map((conflict) => conflictOf(conflict, horizon, end));
  return { conflicts: conflicts.sort((a, b) => byText(a.id, b.id)) };
}

function conflictOf(conflict: AssignedConflict, horizon: number, end: number | null): Conflict {
  const { definition, sideOf } = conflict;
  const told = [...conflict.told].sort(inOrder);
  const { truces, unplaced } = assembleTruces(told, sideOf);
  const lives = livesOf(truces, conflict);
  const changes = changesOf(lives, unplaced, sideOf);
  return {
    id: definition.id,
    name: definition.name,
    parties: definition.sides.map(({ name }) => name),
    ceasefires: lives.map((life) => describe(life, conflict, horizon)),
    intervals: fold(firstReport(told, changes), changes, end),
    events: refsOf(told),
  };
}

/** How long before the first article an event may lie and still open the timeline: older ones are background. */
const recent = 30 * day;

/** The first event told as current news, or the first change where that comes before. */
function firstReport(
  told: readonly Told[],
  [change]: readonly Change[],
): { at: number; because: EventRef } | null {
  const firstPublished = told.reduce(
    (first, { published }) => Math.min(first, published?.earliest ?? first),
    Infinity,
  );
  const news = told.find(({ at, event }) => at !== null && isCurrent(event) && at >= firstPublished - recent);
  const [cited] = change?.because ?? [];
  if (change && cited && change.at <= (news?.at ?? Infinity)) return { at: change.at, because: cited };
  return news && news.at !== null ? { at: news.at, because: news.ref } : null;
}
