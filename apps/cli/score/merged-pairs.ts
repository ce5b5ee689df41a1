import { HappeningIndex, sideOf, toldEvents } from '@trucewatch/status';
import type { Headline } from './ucdp-headlines.ts';

type Pair = readonly [Headline, Headline];

interface Pairs {
  readonly right: Pair[];
  readonly wrong: Pair[];
  readonly missed: Pair[];
  /** How many pairs UCDP names for one event, whether or not we could merge them. */
  readonly named: number;
}

const conflict = { id: 'russia-ukraine', parties: ['Ukraine', 'Russia'] };
const fighting = ['attack', 'clash'] as const;

/** Which pairs of headlines become one happening, beside those that UCDP names for one event. */
export function mergedPairs(headlines: readonly Headline[]): Pairs {
  const index = new HappeningIndex({
    sideOf: (actor) => conflict.parties.indexOf(sideOf(conflict, actor) ?? ''),
  });
  const reports = headlines.map(({ id, date, events }) => ({ article: { id, publishedAt: date }, events }));
  index.add(toldEvents(reports));
  const together = new Set<string>();
  for (const { type, events } of index.happenings()) {
    if (!fighting.some((one) => one === type)) continue;
    for (const a of events) for (const b of events) together.add(`${a.articleId}\n${b.articleId}`);
  }
  const pairs = { right: [] as Pair[], wrong: [] as Pair[], missed: [] as Pair[] };
  let named = 0;
  for (const [place, a] of headlines.entries()) {
    for (const b of headlines.slice(place + 1)) {
      const isMerged = together.has(`${a.id}\n${b.id}`);
      const isOne = [...a.ucdpEvents].some((event) => b.ucdpEvents.has(event));
      if (isOne) named++;
      if (isMerged) (isOne ? pairs.right : pairs.wrong).push([a, b]);
      else if (isOne && couldMerge(a, b)) pairs.missed.push([a, b]);
    }
  }
  return { ...pairs, named };
}

function couldMerge(a: Headline, b: Headline): boolean {
  const isNear = Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= 2 * 86_400_000;
  const has = ({ events }: Headline, type: string) =>
    events.some((event) => event.type === type && event.reality === 'actual');
  return isNear && fighting.some((type) => has(a, type) && has(b, type));
}
