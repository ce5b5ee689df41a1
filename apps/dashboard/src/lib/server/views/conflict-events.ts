import type { Conflict } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';

/** The reports that have an event of the conflict. */
export function reportsOf(conflict: Conflict, reports: Map<string, StoredReport>): StoredReport[] {
  const ids = new Set((conflict.events ?? []).map(({ articleId }) => articleId));
  return [...ids].map((id) => reports.get(id)).filter((report) => report !== undefined);
}

/** The events of the conflict with their reports, in the order in which they happened. */
export function eventsOf<Report extends StoredReport>(conflict: Conflict, reports: Map<string, Report>) {
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
