import type { Conflict, Interval } from '@trucewatch/schema';
import type { DigestRow, StoredReport } from '@trucewatch/store';
import type { AxisStatus, StatusRow, StatusView } from '#lib/status/view.ts';
import { sentencesOf, sourceSentence } from './sentence.ts';

/** The intervals of a conflict as rows of a table, oldest first. */
export function statusRows(conflict: Conflict, reports: Map<string, StoredReport>): StatusRow[] {
  return conflict.intervals.map((interval) => ({
    from: interval.from,
    to: interval.to,
    formal: interval.formal,
    compliance: interval.compliance,
    rule: interval.rule ?? null,
    because: sentencesOf(reports, interval.because),
  }));
}

/** A row of a conflict's digest, which has the first of its sentences. */
export function digestRow({ sentence, arrived, ...row }: DigestRow): StatusRow {
  return { ...row, because: sentence ? [sourceSentence(sentence)] : [] };
}

/** The status at an instant, each axis with the start of its own unbroken stretch and what began it. */
export function statusAt(rows: readonly StatusRow[], at: string): StatusView {
  return statusOf(
    rows,
    rows.findLastIndex((row) => Date.parse(row.from) <= Date.parse(at)),
    at,
  );
}

/** The same, of the row at an index; -1 is before the first. */
export function statusOf(rows: readonly StatusRow[], index: number, at: string): StatusView {
  return {
    at,
    formal: axis(rows, index, (row) => row.formal, 'none'),
    compliance: axis(rows, index, (row) => row.compliance, 'no_reports'),
  };
}

function axis<Value extends Interval['formal'] | Interval['compliance']>(
  rows: readonly StatusRow[],
  index: number,
  read: (row: StatusRow) => Value,
  empty: Value,
): AxisStatus<Value> {
  const current = rows[index];
  if (!current) return { value: empty, since: null, rule: null, because: [] };
  const value = read(current);
  let first = index;
  while (first > 0 && rows[first - 1] && read(rows[first - 1] as StatusRow) === value) first--;
  const start = rows[first] as StatusRow;
  return { value, since: first === 0 ? null : start.from, rule: start.rule, because: start.because };
}
