import type { Conflict } from '@trucewatch/schema';
import { nextKnownInstant } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import type { ChartRange, ChartStory } from '#lib/chart/story.ts';
import type { EventSummary } from '#lib/events/view.ts';
import type { CeasefireView } from '#lib/status/ceasefire-view.ts';
import type { StatusRow, StatusView } from '#lib/status/view.ts';
import { instantWords } from '#lib/time/instant.ts';
import type { Story } from '../stories.ts';
import { ceasefireSpans, ceasefireViews } from './ceasefire.ts';
import { chartRanges } from './chart-ranges.ts';
import { eventSummary } from './event-summary.ts';
import { conflictPath } from './sentence.ts';
import { statusAt, statusRows } from './status-rows.ts';
import { storyRange } from './story-range.ts';

export interface ConflictView {
  id: string;
  path: string;
  name: string;
  parties: string[];
  /** The instant asked for, or null for now. */
  asKnownAt: string | null;
  status: StatusView;
  /** Next instant at which the status changes as far as is known. */
  next: string | null;
  lastReport: string | null;
  articles: number;
  publishers: number;
  chart: ChartStory;
  ranges: ChartRange[];
  rows: StatusRow[];
  ceasefires: CeasefireView[];
  /** The page of the claims by side. */
  ledger: string;
  /** Latest first. */
  events: EventSummary[];
}

/** A conflict as its page shows it, or null when the story knows none of that id. `now` is an ISO instant. */
export function conflictView(
  story: Story,
  id: string,
  { now, from, to }: { now: string; from?: string | null; to?: string | null },
): ConflictView | null {
  const conflict = story.timeline.conflicts.find((one) => one.id === id);
  if (!conflict) return null;
  const at = story.asKnownAt ?? now;
  const reports = reportsOf(conflict, story.reports);
  const rows = statusRows(conflict, story.reports);
  const told = eventsOf(conflict, story.reports);
  const events = told.map(({ report, event }) => eventSummary(report, event, conflict));
  const range = storyRange(conflict, reports, at);
  const path = conflictPath(id);
  return {
    id,
    path,
    name: conflict.name,
    parties: conflict.parties,
    asKnownAt: story.asKnownAt,
    status: statusAt(rows, at),
    next: nextKnownInstant(conflict, at),
    lastReport: range.lastReport,
    articles: reports.length,
    publishers: publishersOf(reports),
    rows,
    ceasefires: ceasefireViews(conflict, story.reports, story.asKnownAt),
    ledger: `${path}/claims${story.asKnownAt ? `?asKnownAt=${story.asKnownAt}` : ''}`,
    events: events.toReversed(),
    ranges: chartRanges(path, story.asKnownAt, range, conflict),
    chart: {
      from: from ?? range.from,
      to: to ?? range.to,
      rows,
      ceasefires: ceasefireSpans(conflict, story.reports, story.asKnownAt),
      lanes: [...conflict.parties.map((party) => `By ${party}`), 'By others, several or unnamed'],
      coverage: range.coverage,
      marks: events
        .filter(({ reality }) => reality === 'actual' || reality === 'future')
        .map((event) => ({
          at: event.at,
          lane: laneOf(event.side, conflict.parties),
          group: event.group,
          title: event.title,
          when: event.when ?? `no time given; published ${instantWords(event.at)}`,
          sentence: event.sentence,
        })),
    },
  };
}

/** Each side has a lane, in the order of the conflict's parties; everything else shares the last. */
function laneOf(side: string | null, parties: readonly string[]): number {
  const index = side === null ? -1 : parties.indexOf(side);
  return index === -1 ? parties.length : index;
}

/** The reports that have an event of the conflict. */
export function reportsOf(conflict: Conflict, reports: Map<string, StoredReport>): StoredReport[] {
  const ids = new Set((conflict.events ?? []).map(({ articleId }) => articleId));
  return [...ids].map((id) => reports.get(id)).filter((report) => report !== undefined);
}

/** The events of the conflict with their reports, in the order in which they happened. */
export function eventsOf(conflict: Conflict, reports: Map<string, StoredReport>) {
  return (conflict.events ?? []).flatMap(({ articleId, eventId }) => {
    const report = reports.get(articleId);
    const event = report?.events.find(({ id }) => id === eventId);
    return report && event ? [{ report, event }] : [];
  });
}

/** How many publishers; articles without one count as one together. */
export function publishersOf(reports: readonly StoredReport[]): number {
  return new Set(reports.map(({ article }) => article.source?.trim().toLowerCase() ?? '')).size;
}
