import type { CeasefireSpan, ChartStory } from '#lib/chart/story.ts';
import type { StatusRow } from '#lib/status/view.ts';
import type { EventRow } from './event-rows.ts';

const dayLength = 86_400_000;

/** So many events are drawn one by one wherever they lie; of more only what there is room for in the range that is shown. */
const mostMarks = 300;
/** Columns of a lane that a wide chart has room for, and marks in one of them before a number stands for the rest. */
const columns = 60;
const inColumn = 4;
const mostSpans = 20;
/** So many days of coverage are drawn each by itself; of more the one with most articles of each of so many stretches. */
const mostDays = 200;
const stretches = 140;
/** Of more changes than these each comes with one sentence. */
const manyChanges = 100;
const mostSentences = 3;

interface Range {
  from: string;
  to: string;
}

/** An event that is drawn, and how many more it stands for. */
export interface Drawn {
  row: EventRow;
  more: number;
}

/** The events that a chart draws over a range (ISO instants), in their order; `laneOf` says in which lane each stands. */
export function drawn(rows: readonly EventRow[], range: Range, laneOf: (row: EventRow) => number): Drawn[] {
  if (rows.length <= mostMarks) return rows.map((row) => ({ row, more: 0 }));
  const [start, end] = [Date.parse(range.from), Date.parse(range.to)];
  const filled = new Map<string, Drawn[]>();
  const kept: Drawn[] = [];
  for (const row of rows) {
    if (row.at < start || row.at > end) continue;
    const key = `${laneOf(row)} ${Math.floor(((row.at - start) / (end - start)) * columns)}`;
    const column = filled.get(key) ?? [];
    filled.set(key, column);
    const last = column.at(-1);
    if (last && column.length === inColumn) {
      last.more++;
      continue;
    }
    const one = { row, more: 0 };
    column.push(one);
    kept.push(one);
  }
  return kept;
}

/** Changes of status with the first sentences behind each; of a long history those outside of a range have none. */
export function withFirstSentences(rows: readonly StatusRow[], range: Range): StatusRow[] {
  const isMuch = rows.length > manyChanges;
  return rows.map((row) => ({
    ...row,
    because: row.because.slice(0, !isMuch ? mostSentences : isInside(row, range) ? 1 : 0),
  }));
}

/** Whether a change of status, or a ceasefire from its announcement on, reaches into a range (ISO instants). */
export function isInside({ from, to }: { from: string; to: string | null }, range: Range): boolean {
  return from < range.to && (to === null || to > range.from);
}

/** The ceasefires that a chart draws over a range; a few are all sent, so that a reader may zoom out at once. */
export function spansOver(range: Range, spans: CeasefireSpan[]): CeasefireSpan[] {
  if (spans.length <= mostSpans) return spans;
  return spans.filter(({ announced, effective, ended }) =>
    isInside({ from: announced ?? effective ?? range.to, to: ended?.latest ?? null }, range),
  );
}

/** The days of coverage that a chart draws over a range (ISO instants). */
export function drawnDays(coverage: ChartStory['coverage'], range: Range): ChartStory['coverage'] {
  if (coverage.length <= mostDays) return coverage;
  const [start, end] = [Date.parse(range.from), Date.parse(range.to)];
  const inside = coverage.filter(({ day }) => Date.parse(day) >= start - dayLength && Date.parse(day) <= end);
  if (inside.length <= mostDays) return inside;
  const highest = new Map<number, ChartStory['coverage'][number]>();
  for (const one of inside) {
    const stretch = Math.floor(((Date.parse(one.day) - start) / (end - start)) * stretches);
    const known = highest.get(stretch);
    if (!known || one.articles > known.articles) highest.set(stretch, one);
  }
  return [...highest.values()];
}
