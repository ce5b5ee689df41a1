import type { Event } from '@trucewatch/schema';
import type { CountedReport } from '@trucewatch/status';
import type { ChangeView } from '#lib/review/view.ts';
import { fieldsOf } from '../views/event.ts';

/** Which fields of an event people changed, who and why, and what the machine had read. */
export function changesOf(
  { provenance }: Pick<CountedReport, 'provenance'>,
  eventId: string,
  names: ReadonlyMap<string, string>,
): ChangeView[] {
  const known = provenance.get(eventId);
  return [...(known?.corrections ?? [])].map(([field, act]) => ({
    field,
    was: known ? wasOf(known.original, field) : null,
    by: names.get(act.author) ?? act.author,
    at: act.at,
    reason: act.reason,
  }));
}

function wasOf(original: Event, field: string): string | null {
  const own = fieldsOf(original).filter(({ path }) => path === field || path.startsWith(`${field}.`));
  return own.length > 0 ? own.map(({ value }) => value).join(', ') : null;
}
