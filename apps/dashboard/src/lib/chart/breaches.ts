import type { Ceasefire, Conflict } from '@trucewatch/schema';
import { dayWords } from '../time/instant.ts';

const day = 86_400_000;
/** Columns at the least, so that one day does not look like a wall. */
const fewest = 7;
/** Up to so many days the table has the days without an alleged breach too. */
const month = 31;

/** Alleged breaches by day and side beside the articles of that day; lengths along time are per cent of the width. */
export interface BreachChart {
  lanes: { name: string; bars: { x: number; width: number; height: number; count: number; day: string }[] }[];
  coverage: { x: number; width: number; height: number; day: string; articles: number }[];
  ticks: { x: number; label: string }[];
  most: number;
  mostArticles: number;
  /** The same as a table: what is alleged of each lane's side, in the order of `lanes`. */
  rows: { day: string; alleged: number[]; articles: number }[];
  isEveryDay: boolean;
}

/** The days from a ceasefire's start to its end or its last alleged breach, or null when no breach with a date is alleged. */
export function breachChart(ceasefire: Ceasefire, coverage: Conflict['coverage']): BreachChart | null {
  const breaches = ceasefire.measures?.violationsAlleged ?? [];
  if (breaches.length === 0) return null;
  const articles = new Map((coverage ?? []).map((one) => [one.day, one.articles]));
  for (const breach of breaches) articles.set(breach.day, breach.articles);
  const days = daysOf(ceasefire, breaches);
  const parties = [...ceasefire.parties, null].filter(
    (party) => party !== null || breaches.some((breach) => breach.party === null),
  );
  for (const { party } of breaches) if (!parties.includes(party)) parties.unshift(party);
  const countOf = (party: string | null, at: string) =>
    breaches.find((breach) => breach.party === party && breach.day === at)?.alleged ?? 0;
  const most = Math.max(...breaches.map(({ alleged }) => alleged));
  const mostArticles = Math.max(1, ...days.map((at) => articles.get(at) ?? 0));
  const step = 100 / days.length;
  const place = (index: number) => ({ x: step * (index + 0.2), width: step * 0.6 });
  const every = Math.ceil(days.length / 7);
  return {
    lanes: parties.map((party) => ({
      name: party === null ? 'No side named' : `Laid to ${party}`,
      bars: days.flatMap((at, index) => {
        const count = countOf(party, at);
        return count === 0 ? [] : [{ ...place(index), height: (count / most) * 100, count, day: at }];
      }),
    })),
    coverage: days.flatMap((at, index) => {
      const count = articles.get(at) ?? 0;
      return count === 0
        ? []
        : [{ ...place(index), height: (count / mostArticles) * 100, day: at, articles: count }];
    }),
    ticks: days
      .map((at, index) => ({ x: step * (index + 0.5), label: dayWords(at).replace(/ \d{4}$/, '') }))
      .filter((_, index) => index % every === 0),
    most,
    mostArticles,
    rows: days
      .map((at) => ({
        day: at,
        alleged: parties.map((party) => countOf(party, at)),
        articles: articles.get(at) ?? 0,
      }))
      .filter(({ alleged }) => days.length <= month || alleged.some((count) => count > 0)),
    isEveryDay: days.length <= month,
  };
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
