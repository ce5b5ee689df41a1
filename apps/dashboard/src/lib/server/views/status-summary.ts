import type { Conflict } from '@trucewatch/schema';
import type { StatusRow, StatusView } from '#lib/status/view.ts';
import type { Story } from '../stories.ts';
import { reportsOf } from './conflict-events.ts';
import { statusAt, statusRows } from './status-rows.ts';
import { storyRange } from './story-range.ts';

/** A conflict in brief, as frames of other pages and pictures show it. */
export interface StatusSummary {
  name: string;
  parties: string[];
  /** ISO instant; null: now. */
  asKnownAt: string | null;
  status: StatusView;
  chart: { from: string; to: string; rows: StatusRow[] };
}

/** The status of a conflict at the known time of its story, or at `now`, an ISO instant. */
export function statusSummary({ reports, asKnownAt }: Story, conflict: Conflict, now: string): StatusSummary {
  const at = asKnownAt ?? now;
  const rows = statusRows(conflict, reports);
  const { from, to } = storyRange(conflict, reportsOf(conflict, reports), at);
  return {
    name: conflict.name,
    parties: conflict.parties,
    asKnownAt,
    status: statusAt(rows, at),
    chart: { from, to, rows },
  };
}
