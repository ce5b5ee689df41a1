import { nextKnownInstant } from '@trucewatch/status';
import type { ChartRange, ChartStory } from '#lib/chart/story.ts';
import type { EventSummary } from '#lib/events/view.ts';
import type { FilterView, PageLinks } from '#lib/filter/view.ts';
import type { MapView } from '#lib/map/view.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CeasefireView } from '#lib/status/ceasefire-view.ts';
import type { StatusRow, StatusView } from '#lib/status/view.ts';
import { instantWords } from '#lib/time/instant.ts';
import { type EventFilter, filterSearch } from '../event-filter.ts';
import { asWritten, type Names } from '../names.ts';
import type { Story } from '../stories.ts';
import { ceasefireSpans, ceasefireViews } from './ceasefire.ts';
import { chartRanges, usualRange } from './chart-ranges.ts';
import { publishersOf, reportsOf } from './conflict-events.ts';
import { type EventRow, eventRows } from './event-rows.ts';
import { select } from './event-selection.ts';
import { eventSummary } from './event-summary.ts';
import { filterView, pageLinks, pageSize } from './filter.ts';
import { mapView } from './map.ts';
import { conflictPath } from './sentence.ts';
import { statusAt, statusRows } from './status-rows.ts';
import { type StoryRange, storyRange } from './story-range.ts';
import { drawn, drawnDays, isInside, spansOver, withFirstSentences } from './thinned.ts';

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
  /** The last changes of status in the range that is shown, oldest first. */
  rows: StatusRow[];
  /** How many changes of that range come before them, and where they are shown. */
  earlier: { count: number; href: string } | null;
  /** The latest, or all where they are asked for. */
  ceasefires: CeasefireView[];
  /** How many there are, and where all are shown; null where they are. */
  rest: { count: number; href: string } | null;
  /** The page of the claims by side. */
  ledger: string;
  /** The page of the casualties claimed. */
  casualties: string;
  filter: FilterView;
  map: MapView;
  /** A page of what the filter leaves, latest first. */
  events: EventSummary[];
  pages: PageLinks;
  /** What an export of the same events has in its address. */
  exported: string;
}

interface Asked {
  /** ISO instant. */
  now: string;
  filter: EventFilter;
  names?: Names;
  /** Whether every ceasefire is shown, not only the latest. */
  allCeasefires?: boolean;
}

/** Changes of status in the table, and ceasefires in the chain, until more are asked for. */
const mostRows = 50;
const mostCeasefires = 8;
/** Of each ceasefire and of each side's breaches of it: its own page has all. */
const mostSentences = 3;

/** A conflict as its page shows it, or null when the story knows none of that id. `now` is an ISO instant. */
export function conflictView(
  story: Story,
  id: string,
  { now, filter, names = asWritten, allCeasefires = false }: Asked,
): ConflictView | null {
  const conflict = story.timeline.conflicts.find((one) => one.id === id);
  if (!conflict) return null;
  const at = story.asKnownAt ?? now;
  const reports = reportsOf(conflict, story.reports);
  const rows = statusRows(conflict, story.reports);
  const all = eventRows(conflict, story.reports);
  const selection = select(all, filter);
  const range = storyRange(conflict, reports, at);
  const path = conflictPath(id);
  const around = { path, asKnownAt: story.asKnownAt, parties: conflict.parties, all: all.length, names };
  const pages = pageLinks(selection.chosen.length, filter, around);
  const usual = usualRange(range);
  const shown = { from: filter.from ?? usual.from, to: filter.to ?? usual.to };
  const brief = withFirstSentences(rows, shown);
  const inRange = brief.filter((row) => isInside(row, shown));
  const table = inRange.slice(-mostRows);
  const hasRest = !allCeasefires && conflict.ceasefires.length > mostCeasefires;
  const lane = ({ side }: EventRow) => laneOf(side, conflict.parties);
  // Of all times: the reader may zoom out again.
  const told = select(all, { ...filter, from: null, to: null }).chosen.filter(
    ({ event: { reality } }) => reality === 'actual' || reality === 'future',
  );
  const summary = ({ report, event }: EventRow) => eventSummary(report, event, { conflict, names });
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
    rows: table,
    earlier: earlierOf(
      inRange,
      table,
      shown,
      (to) =>
        `${path}${filterSearch({ ...filter, from: shown.from, to, page: 1 }, story.asKnownAt)}#status-over-time`,
    ),
    ceasefires: ceasefireViews(conflict, story.reports, story.asKnownAt, {
      most: hasRest ? mostCeasefires : undefined,
      sentences: mostSentences,
    }),
    rest: hasRest
      ? { count: conflict.ceasefires.length, href: allCeasefiresPath(path, filter, story.asKnownAt) }
      : null,
    ledger: `${path}/claims${story.asKnownAt ? `?asKnownAt=${story.asKnownAt}` : ''}`,
    casualties: `${path}/casualties${filterSearch({}, story.asKnownAt)}`,
    filter: filterView(selection, filter, around),
    map: mapView(selection.chosen, { conflictId: id, path, asKnownAt: story.asKnownAt, filter, names }),
    events: pageOf(selection.chosen, pages.page).map(summary),
    pages,
    exported: filterSearch({ ...filter, page: 1 }, story.asKnownAt),
    ranges: chartRanges(path, story.asKnownAt, range, conflict, filter),
    chart: {
      ...shown,
      whole: wholeOf(range, filter),
      usual,
      rows: brief,
      ceasefires: spansOver(shown, ceasefireSpans(conflict, story.reports, story.asKnownAt)),
      lanes: [
        ...conflict.parties.map((party) => m.conflict_by_side({ side: party })),
        m.conflict_by_others(),
      ],
      coverage: drawnDays(range.coverage, shown),
      marks: drawn(told, shown, lane).map(({ row, more }) => {
        const event = summary(row);
        return {
          at: event.at,
          lane: lane(row),
          group: event.group,
          title: event.title,
          when: event.when ?? m.conflict_undated({ at: instantWords(event.at) }),
          sentence: event.sentence,
          ...(more > 0 && { more }),
        };
      }),
    },
  };
}

/** What of a range the table leaves out, and the address of the range that ends where the table begins. */
function earlierOf(
  inRange: readonly StatusRow[],
  table: readonly StatusRow[],
  shown: { from: string; to: string },
  pathTo: (to: string) => string,
): ConflictView['earlier'] {
  const [first] = table;
  const count = inRange.length - table.length;
  return count > 0 && first && first.from > shown.from ? { count, href: pathTo(first.from) } : null;
}

function allCeasefiresPath(path: string, filter: EventFilter, asKnownAt: string | null): string {
  const search = filterSearch(filter, asKnownAt);
  return `${path}${search}${search ? '&' : '?'}ceasefires=all#ceasefires`;
}

/** The story, or what is asked for where that reaches beyond it. */
function wholeOf({ from, to }: StoryRange, filter: EventFilter): ChartStory['whole'] {
  return {
    from: filter.from && filter.from < from ? filter.from : from,
    to: filter.to && filter.to > to ? filter.to : to,
  };
}

/** Latest first; pages count from 1. */
function pageOf(rows: readonly EventRow[], page: number): EventRow[] {
  const end = rows.length - (page - 1) * pageSize;
  return rows.slice(Math.max(0, end - pageSize), end).toReversed();
}

/** Each side has a lane, in the order of the conflict's parties; everything else shares the last. */
function laneOf(side: string | null, parties: readonly string[]): number {
  const index = side === null ? -1 : parties.indexOf(side);
  return index === -1 ? parties.length : index;
}
