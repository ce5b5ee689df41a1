import { setImmediate } from 'node:timers/promises';
import { type EventRef, EventType } from '@trucewatch/schema';
import * as z from 'zod';
import { type QueueFilter, type QueueItem, type QueueView, reviewReasons } from '#lib/review/view.ts';
import type { Services } from '../services.ts';
import { eventSummary } from '../views/event-summary.ts';
import { rankedIn } from './rank.ts';

/** Without a conflict chosen so many with the latest reports are looked at: each takes a fold. */
const mostConflicts = 8;

const Filter = z.object({
  conflict: z.string().min(1).max(300).nullable().catch(null),
  type: EventType.nullable().catch(null),
  reason: z.enum(reviewReasons).nullable().catch(null),
  all: z.boolean(),
});

export function queueFilter(query: URLSearchParams): QueueFilter {
  const own = (name: string) => query.get(name) || null;
  return Filter.parse({
    conflict: own('conflict'),
    type: own('type'),
    reason: own('reason'),
    all: query.get('show') === 'all',
  });
}

/** The filter as an address says it, `?` included; empty for none. */
export function queryOf({ conflict, type, reason, all }: QueueFilter): string {
  const query = new URLSearchParams();
  if (conflict) query.set('conflict', conflict);
  if (type) query.set('type', type);
  if (reason) query.set('reason', reason);
  if (all) query.set('show', 'all');
  return query.size > 0 ? `?${query}` : '';
}

/** The page on which an event is reviewed; `conflictId` is the one that it is looked at in. */
export function reviewPath(
  { articleId, eventId }: EventRef,
  conflictId: string | null,
  filter: QueueFilter,
): string {
  const query = new URLSearchParams(queryOf(filter));
  if (conflictId) query.set('in', conflictId);
  const path = `/review/events/${encodeURIComponent(articleId)}/${encodeURIComponent(eventId)}`;
  return query.size > 0 ? `${path}?${query}` : path;
}

/** What waits to be looked at, the weightiest first. `now`: epoch milliseconds UTC. */
export async function queueView(
  { stories, digests }: Pick<Services, 'stories' | 'digests'>,
  filter: QueueFilter,
  now: number,
): Promise<QueueView> {
  const { conflicts } = await digests.all(now);
  const latest = conflicts.toSorted((a, b) => (b.lastReport ?? '').localeCompare(a.lastReport ?? ''));
  const chosen = filter.conflict ? latest.filter(({ id }) => id === filter.conflict) : latest;
  const looked = chosen.slice(0, mostConflicts);
  const all: QueueItem[] = [];
  for (const { id, name } of looked) {
    const story = await stories.of(id);
    if (!story) continue;
    for (const { report, event, ...rest } of rankedIn(story)) {
      const ref = { articleId: report.article.id, eventId: event.id };
      all.push({
        ...rest,
        key: `${ref.articleId}\n${ref.eventId}`,
        href: reviewPath(ref, id, filter),
        conflict: { id, name },
        event: eventSummary(report, event, { conflict: story.timeline.conflicts[0] }),
      });
    }
    await setImmediate();
  }
  const types = [...new Set(all.map(({ event }) => event.type))].sort();
  const items = all
    .filter(
      ({ event, reasons, isReviewed }) =>
        (!filter.type || event.type === filter.type) &&
        (!filter.reason || reasons.includes(filter.reason)) &&
        (filter.all || !isReviewed),
    )
    .sort((a, b) => b.hours - a.hours || b.disagreement - a.disagreement);
  return {
    items,
    total: items.length,
    filter,
    types,
    conflicts: latest
      .map(({ id, name }) => ({ id, name, isProvisional: id.startsWith('provisional:') }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    looked: { at: looked.length, of: chosen.length },
  };
}
