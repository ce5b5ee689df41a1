import type { Conflict } from '@trucewatch/schema';
import type { ConflictDigest, StoredReport } from '@trucewatch/store';
import { conflictPath } from '../views/sentence.ts';
import { articleLinks } from './links.ts';
import type { ConflictListOut, EventsOut } from './vocabulary.ts';

/** Every conflict with its status at an instant, by name. `now`: epoch milliseconds UTC. */
export function conflictList(
  digests: readonly ConflictDigest[],
  now: number,
  origin: string,
): ConflictListOut {
  const conflicts = digests.map(({ id, name, parties, rows }) => {
    const row = rows.findLast(({ from }) => Date.parse(from) <= now);
    return {
      id,
      name,
      parties,
      status: row ? { since: row.from, formal: row.formal, compliance: row.compliance } : null,
      address: `${origin}/api${conflictPath(id)}`,
      page: `${origin}${conflictPath(id)}`,
    };
  });
  return { conflicts: conflicts.sort((a, b) => a.name.localeCompare(b.name)) };
}

/**
 * Events of a conflict in the order in which their articles arrived: a program that asks again with the last `next`
 * gets what came since. `after` names an article's ordinal and how many of its events were given.
 */
export function eventsPage(
  conflict: Conflict,
  reports: ReadonlyMap<string, StoredReport>,
  { after, limit }: { after?: string | undefined; limit: number },
  origin: string,
): EventsOut {
  const [ordinal = 0, given = 0] = (after ?? '').split('.').map(Number);
  const own = Map.groupBy(conflict.events ?? [], ({ articleId }) => articleId);
  const events: EventsOut['events'] = [];
  let last: [ordinal: number, given: number] | undefined;
  for (const report of reports.values()) {
    if (report.ordinal < ordinal) continue;
    const ids = new Set(own.get(report.article.id)?.map(({ eventId }) => eventId));
    const told = report.events.filter(({ id }) => ids.has(id));
    for (const [index, event] of told.entries()) {
      if (report.ordinal === ordinal && index < given) continue;
      if (events.length === limit && last) return { events, next: last.join('.') };
      const { id, title = null, source = null, publishedAt = null } = report.article;
      events.push({ article: { id, ...articleLinks(id, origin), title, source, publishedAt }, event });
      last = [report.ordinal, index + 1];
    }
  }
  return { events, next: null };
}
