import type { Conflict, Event } from '@trucewatch/schema';
import { isVerified, sideOf } from '@trucewatch/status';
import type { StoredReport } from '@trucewatch/store';
import type { EventGroup } from '#lib/events/view.ts';
import type { Standing } from '#lib/filter/view.ts';
import { eventsOf } from './conflict-events.ts';
import { doer, groupOf, instantOf } from './event-summary.ts';

/** One event of a conflict with what it can be filtered by. */
export interface EventRow {
  report: StoredReport;
  event: Event;
  /** Where the chart draws it, epoch milliseconds UTC. */
  at: number;
  group: EventGroup;
  /** The side that it is laid to; null: none, or several. */
  side: string | null;
  /** Identity of its place, or `name:` and what the text calls it; null: no place. */
  place: string | null;
  /** The publisher; null: none is named. Kept for readers of every language, so without words. */
  source: string | null;
  standing: Standing;
}

const made = new WeakMap<Conflict, EventRow[]>();

/** The events of a conflict in the order in which they happened, made once for each folding of it. */
export function eventRows(conflict: Conflict, reports: Map<string, StoredReport>): EventRow[] {
  let rows = made.get(conflict);
  if (!rows) {
    rows = eventsOf(conflict, reports).map(({ report, event }) => ({
      report,
      event,
      at: Date.parse(instantOf(event, report.article)),
      group: groupOf(event),
      side: doer(event, conflict),
      place: event.where ? placeKey(event.where) : null,
      source: report.article.source ?? null,
      standing: standingOf(event, conflict),
    }));
    made.set(conflict, rows);
  }
  return rows;
}

/** One key for a place however articles spell it, as far as the gazetteer knows it. */
function placeKey({ id, name }: { id?: string | undefined; name: string }): string {
  return id ?? `name:${name.toLowerCase()}`;
}

/** Verified as the rule of status `violation-verified` has it; alleged when nobody but the sides says so. */
function standingOf(event: Event, conflict: Conflict): Standing {
  const isOfSide = (name: string) => sideOf(conflict, { name }) !== null;
  if (isVerified(event, ({ name }) => (isOfSide(name) ? 0 : -1))) return 'verified';
  const saying = event.claims.filter(({ polarity }) => polarity !== 'denies');
  return saying.length > 0 && saying.every(({ by }) => isOfSide(by)) ? 'alleged' : 'reported';
}
