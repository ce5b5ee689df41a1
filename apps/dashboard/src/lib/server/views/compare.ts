import type { Conflict, EventRef } from '@trucewatch/schema';
import type { CompareView, KnownSide, NewArticle } from '#lib/compare/view.ts';
import type { EventSummary } from '#lib/events/view.ts';
import { m } from '#lib/paraglide/messages.js';
import { asWritten, type Names } from '../names.ts';
import type { Story } from '../stories.ts';
import { ceasefireDifferences } from './compare-ceasefires.ts';
import { dayLinks } from './compare-days.ts';
import { statusDifferences } from './compare-status.ts';
import { eventsOf, reportsOf } from './conflict-events.ts';
import { eventSummary } from './event-summary.ts';
import { articlePath, conflictPath, sourceName } from './sentence.ts';
import { statusAt, statusRows } from './status-rows.ts';
import { storyRange } from './story-range.ts';

/** The whole story now, and the story at two instants. */
export interface Compared {
  today: Story;
  before: Story & { asKnownAt: string };
  after: Story & { asKnownAt: string };
  names?: Names;
}

/**
 * What two known times, the earlier first, make of one conflict and where they differ; null when not even today's
 * story knows the conflict.
 */
export function compareView(
  { today, before, after, names = asWritten }: Compared,
  id: string,
): CompareView | null {
  const known = conflictOf(today, id);
  const [then, now] = [conflictOf(before, id), conflictOf(after, id)];
  const named = now ?? then ?? known;
  if (!named) return null;
  const path = conflictPath(id);
  const isNew = (articleId: string) => !before.reports.has(articleId);
  const articles = now ? newArticles(now, then, after, names) : [];
  return {
    name: named.name,
    conflictPath: path,
    before: side(before, then, path),
    after: side(after, now, path),
    statuses: statusDifferences(
      { at: before.asKnownAt, rows: then ? statusRows(then, before.reports) : [] },
      { at: after.asKnownAt, rows: now ? statusRows(now, after.reports) : [] },
      isNew,
    ),
    ceasefires: ceasefireDifferences(
      { ceasefires: then?.ceasefires ?? [], reports: before.reports },
      { ceasefires: now?.ceasefires ?? [], reports: after.reports },
    ),
    articles,
    newEvents: articles.reduce((sum, { events }) => sum + events.length, 0),
    gone: then ? goneEvents(then, now, before, names) : [],
    days: dayLinks(path, after.asKnownAt, known ? reportedDays(known, today) : []),
  };
}

/** The last UTC day on which an article of the conflict came out, such as `2020-11-10`; null when none is dated. */
export function lastReportedDay(story: Story, id: string): string | null {
  const conflict = conflictOf(story, id);
  return (conflict && reportedDays(conflict, story).at(-1)) ?? null;
}

function conflictOf(story: Story, id: string): Conflict | null {
  return story.timeline.conflicts.find((one) => one.id === id) ?? null;
}

function reportedDays(conflict: Conflict, story: Story): string[] {
  const { coverage } = storyRange(conflict, reportsOf(conflict, story.reports), new Date(0).toISOString());
  return coverage.map(({ day }) => day.slice(0, 10)).sort();
}

function side(story: Compared['before'], conflict: Conflict | null, path: string): KnownSide {
  const at = story.asKnownAt;
  return {
    at,
    path: `${path}?asKnownAt=${at}`,
    status: conflict && statusAt(statusRows(conflict, story.reports), at),
    articles: conflict ? reportsOf(conflict, story.reports).length : 0,
    events: conflict?.events?.length ?? 0,
  };
}

/** By publication. An old article is among them when only the later instant counts events of it to this conflict. */
function newArticles(now: Conflict, then: Conflict | null, after: Story, names: Names): NewArticle[] {
  const old = new Set((then?.events ?? []).map(keyOf));
  const fresh = eventsOf(now, after.reports).filter(
    ({ report, event }) => !old.has(keyOf({ articleId: report.article.id, eventId: event.id })),
  );
  return [...Map.groupBy(fresh, ({ report }) => report)]
    .map(([report, told]) => ({
      id: report.article.id,
      title: report.article.title ?? m.event_untitled_article(),
      path: articlePath(report.article.id),
      source: sourceName(report.article.source),
      publishedAt: report.article.publishedAt ?? null,
      events: told.map(({ event }) => eventSummary(report, event, { conflict: now, names })),
    }))
    .sort((a, b) => published(a) - published(b) || (a.id < b.id ? -1 : 1));
}

function published({ publishedAt }: NewArticle): number {
  return publishedAt === null ? 0 : Date.parse(publishedAt);
}

function goneEvents(then: Conflict, now: Conflict | null, before: Story, names: Names): EventSummary[] {
  const kept = new Set((now?.events ?? []).map(keyOf));
  return eventsOf(then, before.reports)
    .filter(({ report, event }) => !kept.has(keyOf({ articleId: report.article.id, eventId: event.id })))
    .map(({ report, event }) => eventSummary(report, event, { conflict: then, names }));
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}
