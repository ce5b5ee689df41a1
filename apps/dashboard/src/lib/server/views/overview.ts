import { nextKnownInstant } from '@trucewatch/status';
import type { ChangeView, ConflictSummary } from '#lib/status/conflict-summary.ts';
import type { Story } from '../stories.ts';
import { publishersOf, reportsOf } from './conflict.ts';
import { conflictPath } from './sentence.ts';
import { statusAt, statusRows } from './status-rows.ts';
import { storyRange } from './story-range.ts';

export interface OverviewView {
  conflicts: ConflictSummary[];
  articles: number;
  publishers: number;
  events: number;
  lastReport: string | null;
  /** Changes of status over all conflicts, latest first. */
  changes: ChangeView[];
}

const mostChanges = 6;

/** Every conflict with its status at `now` (ISO), the one reported on last first. */
export function overviewView(story: Story, now: string): OverviewView {
  const conflicts = story.timeline.conflicts.map((conflict): ConflictSummary => {
    const reports = reportsOf(conflict, story.reports);
    const rows = statusRows(conflict, story.reports);
    const { from, to, lastReport } = storyRange(conflict, reports, now);
    return {
      id: conflict.id,
      path: conflictPath(conflict.id),
      name: conflict.name,
      parties: conflict.parties,
      status: statusAt(rows, now),
      next: nextKnownInstant(conflict, now),
      lastReport,
      articles: reports.length,
      publishers: publishersOf(reports),
      lastChange: rows.findLast((row) => Date.parse(row.from) <= Date.parse(now)) ?? null,
      spark: { from, to, rows },
    };
  });
  conflicts.sort(
    (a, b) => (b.lastReport ?? '').localeCompare(a.lastReport ?? '') || a.name.localeCompare(b.name),
  );
  const reports = [...story.reports.values()];
  return {
    conflicts,
    articles: reports.length,
    publishers: publishersOf(reports),
    events: reports.reduce((sum, { events }) => sum + events.length, 0),
    lastReport: conflicts[0]?.lastReport ?? null,
    changes: latestChanges(conflicts, now),
  };
}

/** The one change that a card shows already is left out when there is but one conflict. */
function latestChanges(conflicts: readonly ConflictSummary[], now: string): ChangeView[] {
  return conflicts
    .flatMap(({ name, path, spark, lastChange }) =>
      spark.rows
        .slice(1)
        .filter(
          (row) => Date.parse(row.from) <= Date.parse(now) && (conflicts.length > 1 || row !== lastChange),
        )
        .map((row) => ({ conflict: name, path, row })),
    )
    .sort((a, b) => b.row.from.localeCompare(a.row.from))
    .slice(0, mostChanges);
}
