import type { Ceasefire, Conflict } from '@trucewatch/schema';
import { m } from '#lib/paraglide/messages.js';
import { dayOfYearWords } from '../time/instant.ts';

const day = 86_400_000;
/** Columns at the least, so that one day does not look like a wall. */
const fewest = 7;
/** Up to so many days the table has the days without an alleged breach too. */
const everyDay = 31;
/** A longer truce is told by months. */
const longest = 366;

interface Bar {
  x: number;
  width: number;
  /** Per cent of the highest. */
  height: number;
  /** The first day of a month where the chart is by months. */
  day: string;
}

/** Alleged breaches by time and side beside the articles of that time; lengths along time are per cent of the width. */
export interface BreachChart {
  unit: 'day' | 'month';
  /** `side` heads the lane's column in the table. */
  lanes: { name: string; side: string; bars: (Bar & { count: number })[] }[];
  coverage: (Bar & { articles: number })[];
  ticks: { x: number; label: string }[];
  most: number;
  mostArticles: number;
  /** The same as a table: what is alleged of each lane's side, in the order of `lanes`. */
  rows: { day: string; alleged: number[]; articles: number }[];
  /** Whether the table leaves none out. */
  isWhole: boolean;
}

/** From the day before a ceasefire's start to the one after its end or its last alleged breach; null when none with a date is alleged. */
export function breachChart(ceasefire: Ceasefire, coverage: Conflict['coverage']): BreachChart | null {
  const breaches = ceasefire.measures?.violationsAlleged ?? [];
  if (breaches.length === 0) return null;
  const days = daysOf(ceasefire, breaches);
  const isWhole = days.length <= everyDay;
  const unit = days.length <= longest ? 'day' : 'month';
  const columnOf = (at: string) => (unit === 'day' ? at : `${at.slice(0, 7)}-01`);
  const columns = [...new Set(days.map(columnOf))];
  const articles = new Map([...(coverage ?? []), ...breaches].map((one) => [one.day, one.articles]));
  const articlesIn = summed(days, columnOf, (at) => articles.get(at) ?? 0);
  const lanes = partiesOf(ceasefire, breaches).map((party) => {
    const alleged = new Map(
      breaches.filter((one) => one.party === party).map((one) => [one.day, one.alleged]),
    );
    const counts = summed(days, columnOf, (at) => alleged.get(at) ?? 0);
    return {
      name: party === null ? m.ceasefire_no_side_named() : m.ceasefire_laid_to({ side: party }),
      side: party ?? m.ceasefire_no_side_named(),
      counts,
    };
  });
  const most = Math.max(...lanes.flatMap(({ counts }) => [...counts.values()]));
  const mostArticles = Math.max(1, ...articlesIn.values());
  const step = 100 / columns.length;
  const place = (index: number) => ({ x: step * (index + 0.2), width: step * 0.6 });
  const every = Math.ceil(columns.length / 7);
  const bars = (counts: Map<string, number>, highest: number) =>
    columns.flatMap((at, index) => {
      const count = counts.get(at) ?? 0;
      return count === 0 ? [] : [{ ...place(index), height: (count / highest) * 100, day: at, count }];
    });
  return {
    unit,
    lanes: lanes.map(({ name, side, counts }) => ({ name, side, bars: bars(counts, most) })),
    coverage: bars(articlesIn, mostArticles).map(({ count, ...bar }) => ({ ...bar, articles: count })),
    ticks: columns
      .map((at, index) => ({ x: step * (index + 0.5), label: label(at, unit) }))
      .filter((_, index) => index % every === 0),
    most,
    mostArticles,
    rows: columns
      .map((at) => ({
        day: at,
        alleged: lanes.map(({ counts }) => counts.get(at) ?? 0),
        articles: articlesIn.get(at) ?? 0,
      }))
      .filter(({ alleged }) => isWhole || alleged.some((count) => count > 0)),
    isWhole,
  };
}

/** `18 Oct`, or `10/2020` where months need little room. */
function label(at: string, unit: BreachChart['unit']): string {
  if (unit === 'month') return `${at.slice(5, 7)}/${at.slice(0, 4)}`;
  return dayOfYearWords(at);
}

function summed(
  days: readonly string[],
  columnOf: (day: string) => string,
  countOn: (day: string) => number,
) {
  const sums = new Map<string, number>();
  for (const at of days) sums.set(columnOf(at), (sums.get(columnOf(at)) ?? 0) + countOn(at));
  return sums;
}

/** The truce's own sides, others that are accused, and nobody where a report names none. */
function partiesOf({ parties }: Ceasefire, breaches: readonly { party: string | null }[]): (string | null)[] {
  const accused = new Set(breaches.map(({ party }) => party));
  const named = [...new Set([...parties, ...[...accused].filter((party) => party !== null)])];
  return accused.has(null) ? [...named, null] : named;
}

/** Every UTC day of the chart, with one before and one after. */
function daysOf({ effectiveAt, announcedAt, endedAt }: Ceasefire, breaches: { day: string }[]): string[] {
  const told = breaches.map((breach) => Date.parse(breach.day));
  const start = effectiveAt ?? announcedAt;
  const first = Math.min(...told, start ? startOfDay(start.earliest) : Number.POSITIVE_INFINITY) - day;
  const last = Math.max(...told, endedAt ? startOfDay(endedAt.latest) : 0) + day;
  const length = Math.max(fewest, (last - first) / day + 1);
  return Array.from({ length }, (_, index) => new Date(first + index * day).toISOString().slice(0, 10));
}

function startOfDay(instant: string): number {
  return Math.floor(Date.parse(instant) / day) * day;
}
