import { publicationInterval } from '@trucewatch/schema';
import type { StatusRow } from '#lib/status/view.ts';

/** A change of a conflict's status that has come to pass. */
export interface Transition {
  conflict: { id: string; name: string };
  row: StatusRow;
  /** What it made of the axes that moved, the formal one first; of both where neither value is another. */
  values: (StatusRow['formal'] | StatusRow['compliance'])[];
  /** From when it could be known: not before it came to pass, nor before the first report. ISO. */
  published: string;
  /** The same by the latest report that it rests on. */
  updated: string;
}

/** Changes of a conflict that are looked at, the latest ones. */
const most = 200;

/** The changes of a conflict's status up to `now`, an ISO instant; latest known first. What it began with is none. */
export function transitionsOf(
  conflict: Transition['conflict'],
  rows: readonly StatusRow[],
  now: string,
): Transition[] {
  return rows
    .map((row, index) => ({ row, before: rows[index - 1] }))
    .filter(({ row, before }) => before && Date.parse(row.from) <= Date.parse(now))
    .slice(-most)
    .map(({ row, before }) => {
      const known = row.because
        .map(({ publishedAt }) => publishedAt)
        .flatMap((at) => (at === null ? [] : publicationInterval(at).latest));
      const from = Date.parse(row.from);
      const notAhead = (at: number) => new Date(Math.min(at, Date.parse(now))).toISOString();
      const axes = (['formal', 'compliance'] as const).filter((axis) => row[axis] !== before?.[axis]);
      return {
        conflict,
        row,
        values: (axes.length > 0 ? axes : (['formal', 'compliance'] as const)).map((axis) => row[axis]),
        published: notAhead(known.length > 0 ? Math.max(from, Math.min(...known)) : from),
        updated: notAhead(Math.max(from, ...known)),
      };
    })
    .sort(latestFirst);
}

/** Latest known first. */
export function latestFirst(a: Transition, b: Transition): number {
  return b.updated.localeCompare(a.updated) || b.row.from.localeCompare(a.row.from);
}
