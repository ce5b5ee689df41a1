import type { StatusRow } from '../status/view.ts';
import { clockWords, dayOfYearWords, offsetOf } from '../time/instant.ts';
import { zone } from '../time/zone.ts';
import type { AxisValue, CeasefireSpan, ChartStory, EventMark, SparkStory } from './story.ts';
import { ticksBetween } from './ticks.ts';

/**
 * All lengths along time are in per cent of the chart's width, so that the server's picture is right at any
 * width without a script. Lengths across are left to the components.
 */
export interface Band<Value extends AxisValue, Row = StatusRow> {
  value: Value;
  x: number;
  width: number;
  from: string;
  to: string | null;
  rows: Row[];
}

export interface PlacedCeasefire {
  span: CeasefireSpan;
  /** Promised: announcement to effect. Binding: effect to the earliest end. Ending: while the end is uncertain. */
  promised: Stretch | null;
  binding: Stretch | null;
  ending: Stretch | null;
  x: number;
  /** From the announcement to the last that is known of its end. */
  width: number;
  /** Row in the lane: ceasefires whose labels would touch stand beneath each other. */
  row: number;
}

export interface Stretch {
  x: number;
  width: number;
}

export interface PlacedMark {
  mark: EventMark;
  x: number;
  /** Place in its column, from the lane's base upwards. */
  level: number;
}

export interface Lane {
  name: string;
  marks: PlacedMark[];
  /** Columns that hold more than fits. */
  overflow: { x: number; count: number }[];
}

export interface ChartGeometry {
  formal: Band<StatusRow['formal']>[];
  compliance: Band<StatusRow['compliance']>[];
  ceasefires: PlacedCeasefire[];
  lanes: Lane[];
  coverage: { x: number; width: number; height: number; day: string; articles: number }[];
  mostArticles: number;
  /** `isSparse`: one of the few that a phone has room for. */
  ticks: { x: number; label: string; isSparse: boolean; anchor: 'start' | 'middle' | 'end' }[];
}

const dayLength = 86_400_000;

/** In per cent of the width. */
const narrowestDay = 0.6;

/** Marks that stand in one column of a lane before the rest is given as a number. */
export const highestColumn = 4;

/** Lays the story out over its range. `columns` is how many marks fit side by side. Pure. */
export function layOut(story: ChartStory, columns = 60): ChartGeometry {
  const range: [number, number] = [Date.parse(story.from), Date.parse(story.to)];
  const place = along(range);
  const at = (instant: string) => round(place(Date.parse(instant)));
  const inside = (from: string, to: string | null) =>
    Date.parse(from) < range[1] && (to === null || Date.parse(to) > range[0]);

  const stretch = (from: string | null, to: string | null): Stretch | null => {
    if (!from || !to || !inside(from, to)) return null;
    return { x: at(from), width: round(at(to) - at(from)) };
  };

  const mostArticles = Math.max(1, ...story.coverage.map((day) => day.articles));

  return {
    formal: bands(story.rows, (row) => row.formal, story.to, at, inside),
    compliance: bands(story.rows, (row) => row.compliance, story.to, at, inside),
    ceasefires: inRows(
      story.ceasefires.flatMap((span) => {
        const start = span.announced ?? span.effective;
        const end = span.ended?.latest ?? story.to;
        if (!start || !inside(start, end)) return [];
        return {
          span,
          x: at(start),
          width: round(at(end) - at(start)),
          row: 0,
          promised: stretch(span.announced, span.effective ?? span.ended?.earliest ?? story.to),
          binding: stretch(span.effective, span.ended?.earliest ?? story.to),
          ending: stretch(span.ended?.earliest ?? null, span.ended?.latest ?? null),
        };
      }),
    ),
    lanes: story.lanes.map((name, lane) => ({
      name,
      ...inColumns(
        story.marks.filter(
          (mark) => mark.lane === lane && inside(mark.at, null) && Date.parse(mark.at) >= range[0],
        ),
        at,
        columns,
      ),
    })),
    coverage: story.coverage
      .map(({ day, articles }) => ({
        day,
        articles,
        next: new Date(Date.parse(day) + dayLength).toISOString(),
      }))
      .filter(({ day, next }) => inside(day, next))
      .map(({ day, articles, next }) => ({
        day,
        articles,
        x: at(day),
        // Where days are too narrow to be seen the server sends the busiest of some.
        width: Math.max(round(at(next) - at(day)), narrowestDay),
        height: round((articles / mostArticles) * 100),
      })),
    mostArticles,
    ticks: ticksOf(place, range),
  };
}

/** The bands of both axes alone, in per cent of the width. */
export function sparkBands({ from, to, rows }: SparkStory) {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const place = along([start, end]);
  const at = (instant: string) => round(place(Date.parse(instant)));
  const inside = (first: string, last: string | null) =>
    Date.parse(first) < end && (last === null || Date.parse(last) > start);
  return {
    formal: bands(rows, (row) => row.formal, to, at, inside),
    compliance: bands(rows, (row) => row.compliance, to, at, inside),
  };
}

function bands<Value extends AxisValue, Row extends Pick<StatusRow, 'from' | 'to'>>(
  rows: readonly Row[],
  read: (row: Row) => Value,
  end: string,
  at: (instant: string) => number,
  inside: (from: string, to: string | null) => boolean,
): Band<Value, Row>[] {
  const found: Band<Value, Row>[] = [];
  for (const row of rows) {
    const value = read(row);
    const last = found.at(-1);
    if (last?.value === value) {
      last.to = row.to;
      last.rows.push(row);
    } else {
      found.push({ value, x: 0, width: 0, from: row.from, to: row.to, rows: [row] });
    }
  }
  return found
    .filter((band) => inside(band.from, band.to))
    .map((band) => ({ ...band, x: at(band.from), width: round(at(band.to ?? end) - at(band.from)) }));
}

/** What a label takes at the least, in per cent of a narrow chart. */
const labelWidth = 11;

function inRows(placed: PlacedCeasefire[]): PlacedCeasefire[] {
  const ends: number[] = [];
  return placed.map((ceasefire) => {
    const free = ends.findIndex((end) => end <= ceasefire.x);
    const row = free === -1 ? ends.length : free;
    ends[row] = ceasefire.x + Math.max(labelWidth, ceasefire.width);
    return { ...ceasefire, row };
  });
}

function inColumns(
  marks: EventMark[],
  at: (instant: string) => number,
  columns: number,
): Pick<Lane, 'marks' | 'overflow'> {
  const width = 100 / columns;
  const filled = new Map<number, EventMark[]>();
  for (const mark of marks) {
    const column = Math.min(columns - 1, Math.floor(at(mark.at) / width));
    filled.set(column, [...(filled.get(column) ?? []), mark]);
  }
  const placed: PlacedMark[] = [];
  const overflow: Lane['overflow'] = [];
  for (const [column, inColumn] of [...filled].sort(([a], [b]) => a - b)) {
    const x = round((column + 0.5) * width);
    const all = inColumn.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
    const fits = all > highestColumn ? highestColumn - 1 : inColumn.length;
    placed.push(...inColumn.slice(0, fits).map((mark, level) => ({ mark, x, level })));
    if (all > fits) overflow.push({ x, count: all - Math.min(fits, inColumn.length) });
  }
  return { marks: placed, overflow };
}

function ticksOf(place: (at: number) => number, range: [number, number]): ChartGeometry['ticks'] {
  // Midnights of the reader's zone: found as UTC's on an axis that is moved by the zone's distance.
  const ahead = offsetOf(new Date(range[0]).toISOString(), zone());
  const local = ticksBetween(range[0] + ahead, range[1] + ahead, 9);
  const every = Math.ceil(local.length / 4);
  return local.map((moved, index) => {
    const midnight = moved % dayLength === 0;
    const instant = new Date(moved - ahead).toISOString();
    const x = round(place(Date.parse(instant)));
    return {
      x,
      label: midnight ? dayOfYearWords(instant) : clockWords(instant),
      isSparse: index % every === 0,
      anchor: x < 3 ? 'start' : x > 97 ? 'end' : 'middle',
    };
  });
}

/** Where an instant (epoch milliseconds UTC) is along a range, in per cent; what lies beyond is at its ends. */
function along([from, to]: [number, number]): (at: number) => number {
  return (at) => Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
