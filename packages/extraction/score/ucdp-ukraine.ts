import type { Event } from '@trucewatch/schema';
import { eventsOf } from './extract-all.ts';
import { Share } from './rates.ts';
import { fileIn, readRows } from './read-rows.ts';

interface Row {
  id: string;
  articles: { date?: string; headline?: string }[];
  date_end: string;
  low: number;
  best: number;
  high: number;
}

interface Toll {
  low: number;
  high: number;
}

/**
 * Deaths of UCDP events from the agency headlines that they were coded from.
 * One headline: the deaths of each event told as having happened are added over its groups (parts of another count
 * and tolls since a war began left out), and the event with most deaths counts. Several headlines: reports of one
 * day grow, so the toll is that of the last dated headline with one; on one day the larger toll.
 * It is right when its range meets UCDP's low..high. Lows and highs that UCDP has the wrong way round are turned.
 * "Within, of all" has a ceiling: many headlines give no number, or that of another event.
 * The misses were read: most headlines give, rightly read, one toll for several UCDP events ("13 reported dead in
 * eastern Ukraine", "in past week"). Were the best headline of each row known, 348 of 486 could be right.
 */
export function scoreUcdpUkraine(folder: string): string[] {
  const file = fileIn(folder, 'dev.jsonl', 'test.jsonl');
  if (!file) return [];
  const [within, overall, ceiling] = [new Share(), new Share(), new Share()];
  for (const row of readRows<Row>(file)) {
    const [low, high] = [Math.min(row.low, row.high), Math.max(row.low, row.high, row.best)];
    const toll = tollOfRow(row);
    const isRight = toll !== undefined && toll.low <= high && toll.high >= low;
    if (toll) within.add(isRight);
    overall.add(isRight);
    ceiling.add(
      row.articles.some(({ headline }) => numbersIn(headline ?? '').some((n) => n >= low && n <= high)),
    );
  }
  return [
    within.line('within, of those given'),
    overall.line('within, of all'),
    ceiling.line('a headline has it'),
  ];
}

function tollOfRow(row: Row): Toll | undefined {
  const tolls = row.articles.flatMap(({ date, headline }, index) => {
    if (!headline || headline.trim() === '') return [];
    const events = eventsOf({ id: `${row.id}-${index}`, text: headline, publishedAt: date ?? row.date_end });
    const toll = tollOf(events);
    return toll ? [{ ...toll, date: date ?? '' }] : [];
  });
  return tolls.toSorted((a, b) => b.date.localeCompare(a.date) || b.low - a.low)[0];
}

function tollOf(events: readonly Event[]): Toll | undefined {
  const tolls = events.flatMap((event) => {
    const dead = event.casualties.filter(
      (count) =>
        (count.of === 'killed' || count.of === 'bodies') && count.subsetOf === undefined && !count.cumulative,
    );
    if (event.reality !== 'actual' || dead.length === 0) return [];
    return [
      {
        low: dead.reduce((sum, count) => sum + count.low, 0),
        high: dead.reduce((sum, count) => sum + (count.high ?? Infinity), 0),
      },
    ];
  });
  return tolls.toSorted((a, b) => b.low - a.low)[0];
}

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Numbers that a headline holds, whatever they count; one person without a number ("Woman killed") is one. */
function numbersIn(headline: string): number[] {
  const plain = headline.toLowerCase();
  const digits = (plain.match(/[0-9]+/g) ?? []).map(Number);
  const spelled = words.flatMap((word, number) => (new RegExp(`\\b${word}\\b`).test(plain) ? number : []));
  const one = /\b(?:man|woman|soldier|serviceman|militiaman|civilian|fighter|journalist|girl|boy)\b/.test(
    plain,
  );
  return [...digits, ...spelled, ...(one ? [1] : [])];
}
