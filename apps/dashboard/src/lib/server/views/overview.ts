import type { Compliance, FormalStatus } from '@trucewatch/schema';
import { nextKnownInstant } from '@trucewatch/status';
import type { ChangeView, ConflictNews, ConflictSummary } from '#lib/status/conflict-summary.ts';
import type { OverviewRequest } from '#lib/status/overview-request.ts';
import type { Story } from '../stories.ts';
import { publishersOf, reportsOf } from './conflict-events.ts';
import { newnessOf, newsOf } from './overview-news.ts';
import { matching, sorted } from './overview-order.ts';
import { conflictPath } from './sentence.ts';
import { statusAt, statusRows } from './status-rows.ts';
import { storyRange } from './story-range.ts';

export interface OverviewView {
  /** Those asked for, in the order asked for. */
  conflicts: ConflictSummary[];
  /** How many there are without a filter. */
  all: number;
  request: OverviewRequest;
  /** The statuses that any conflict has now, with how many have it. */
  present: { formal: [FormalStatus, number][]; compliance: [Compliance, number][] };
  /** The end of the viewer's last visit, and what is new since then over all conflicts; null on the first. */
  since: { at: string; news: ConflictNews; conflicts: number } | null;
  articles: number;
  publishers: number;
  events: number;
  lastReport: string | null;
  /** Changes of status over the conflicts shown, latest first. */
  changes: ChangeView[];
}

interface Asked {
  /** ISO instant. */
  now: string;
  /** The end of the viewer's last visit, ISO; null on the first. */
  since: string | null;
  request: OverviewRequest;
}

/** So many changes are listed; of new ones more. */
const mostChanges = 6;
const mostNewChanges = 12;

/** Every conflict that was asked for with its status at `now`. */
export function overviewView(story: Story, { now, since, request }: Asked): OverviewView {
  const told = story.timeline.conflicts.map((conflict) => {
    const reports = reportsOf(conflict, story.reports);
    const rows = statusRows(conflict, story.reports);
    const { from, to, lastReport } = storyRange(conflict, reports, now);
    const isNew = newnessOf(reports, since, now);
    const lastChange = rows.findLast((row) => Date.parse(row.from) <= Date.parse(now)) ?? null;
    const summary: ConflictSummary = {
      id: conflict.id,
      path: conflictPath(conflict.id),
      name: conflict.name,
      parties: conflict.parties,
      status: statusAt(rows, now),
      next: nextKnownInstant(conflict, now),
      lastReport,
      articles: reports.length,
      publishers: publishersOf(reports),
      lastChange,
      isLastChangeNew: lastChange !== null && isNew(lastChange),
      news: newsOf(reports, rows, isNew, since),
      spark: { from, to, rows },
    };
    return { summary, isNew };
  });
  const all = told.map(({ summary }) => summary);
  const shown = sorted(matching(all, request), request.sort);
  const reports = [...story.reports.values()];
  return {
    conflicts: shown,
    all: all.length,
    request,
    present: {
      formal: counted(all.map(({ status }) => status.formal.value)),
      compliance: counted(all.map(({ status }) => status.compliance.value)),
    },
    since: since === null ? null : { at: since, ...newsOfAll(all) },
    articles: reports.length,
    publishers: publishersOf(reports),
    events: reports.reduce((sum, { events }) => sum + events.length, 0),
    lastReport: latest(all.map(({ lastReport }) => lastReport)),
    changes: latestChanges(
      told.filter(({ summary }) => shown.includes(summary)),
      now,
    ),
  };
}

function newsOfAll(all: readonly ConflictSummary[]) {
  const news = all.map((conflict) => conflict.news).filter((one) => one !== null);
  const sum = (read: (one: ConflictNews) => number) => news.reduce((total, one) => total + read(one), 0);
  return {
    news: { articles: sum(({ articles }) => articles), changes: sum(({ changes }) => changes) },
    conflicts: news.length,
  };
}

function counted<Value extends string>(values: readonly Value[]): [Value, number][] {
  return [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]);
}

function latest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((last, one) => ((one ?? '') > (last ?? '') ? one : last), null);
}

/** The one change that a card shows already is left out when there is but one conflict. */
function latestChanges(
  told: readonly { summary: ConflictSummary; isNew: (row: ChangeView['row']) => boolean }[],
  now: string,
): ChangeView[] {
  const changes = told
    .flatMap(({ summary: { name, path, spark, lastChange }, isNew }) =>
      spark.rows
        .slice(1)
        .filter((row) => Date.parse(row.from) <= Date.parse(now) && (told.length > 1 || row !== lastChange))
        .map((row) => ({ conflict: name, path, row, isNew: isNew(row) })),
    )
    .sort((a, b) => b.row.from.localeCompare(a.row.from));
  const fresh = changes.filter(({ isNew }) => isNew).length;
  return changes.slice(0, Math.max(mostChanges, Math.min(fresh, mostNewChanges)));
}
