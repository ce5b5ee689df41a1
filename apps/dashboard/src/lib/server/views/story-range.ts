import type { Conflict } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';

const day = 86_400_000;

/** The stretch of time that a conflict's chart shows, and what was published in it. */
export interface StoryRange {
  from: string;
  to: string;
  /** Latest publication, or null when no article says when it came out. */
  lastReport: string | null;
  /** Articles a UTC day of publication. */
  coverage: { day: string; articles: number }[];
}

/**
 * From a day before the first report to a day after the last one or after the last change of status, whichever is
 * later: an old truce that a report mentions does not stretch the chart over decades. `now` ends what lies ahead.
 */
export function storyRange(conflict: Conflict, reports: StoredReport[], now: string): StoryRange {
  const published = reports
    .map(({ article }) => article.publishedAt)
    .filter((at) => at !== undefined)
    .map((at) => Date.parse(at))
    .sort((a, b) => a - b);
  const changes = conflict.intervals.slice(1).map(({ from }) => Date.parse(from));
  const first = published[0] ?? changes[0] ?? Date.parse(now) - 30 * day;
  const last = Math.max(published.at(-1) ?? first, ...changes.filter((at) => at >= first));
  const pad = Math.max(day / 2, (last - first) * 0.02);
  return {
    from: new Date(startOfDay(first - pad)).toISOString(),
    to: new Date(startOfDay(last + pad) + day).toISOString(),
    lastReport: published.length > 0 ? new Date(published.at(-1) as number).toISOString() : null,
    coverage: byDay(published),
  };
}

function byDay(published: number[]): StoryRange['coverage'] {
  const days = Map.groupBy(published, (at) => startOfDay(at));
  return [...days].map(([start, articles]) => ({
    day: new Date(start).toISOString(),
    articles: articles.length,
  }));
}

function startOfDay(at: number): number {
  return Math.floor(at / day) * day;
}
