import type { Conflict, Count } from '@trucewatch/schema';
import { accountOf, type Said, type Told } from '@trucewatch/status';
import type { CasualtyClaims, ClaimedRange, Column } from '#lib/casualties/view.ts';
import type { ConflictHappenings } from './happenings.ts';
import { eventPath } from './sentence.ts';

/** One number that one voice gives. */
export interface CountSaid {
  of: Count['of'];
  group: Count['group'];
  whose: string | null;
  isToll: boolean;
  low: number;
  high: number | null;
  said: Said;
  source: string | null;
  publishedAt: string | null;
}

/** Everything that reports of one happening say of people, each number with who gives it. */
export function countsSaid(
  told: readonly Told[],
  { sideOf }: Pick<ConflictHappenings, 'sideOf'>,
  { parties }: Pick<Conflict, 'parties'>,
): CountSaid[] {
  const happened = told.filter(({ event }) => event.reality === 'actual');
  const articles = new Map(happened.map(({ article }) => [article.id, article]));
  return accountOf(happened, sideOf).fields.flatMap(({ values }) =>
    values.flatMap(({ value, saidBy }) => {
      if (value.field !== 'count') return [];
      const { of, group, low, high, cumulative } = value.count;
      return saidBy.map((said) => {
        const article = articles.get(said.event.articleId);
        return {
          of,
          group,
          whose: whoseOf(happened, said, sideOf, parties),
          isToll: cumulative === true,
          low,
          high,
          said,
          source: article?.source ?? null,
          publishedAt: article?.publishedAt ?? null,
        };
      });
    }),
  );
}

/** The side of those whom the event befell; null when none is told, or more than one. */
function whoseOf(
  told: readonly Told[],
  { event: { articleId, eventId } }: Said,
  sideOf: ConflictHappenings['sideOf'],
  parties: readonly string[],
): string | null {
  const own = told.find(({ ref }) => ref.articleId === articleId && ref.eventId === eventId);
  const met = (own?.event.actors ?? []).filter(({ role }) => role === 'victim' || role === 'recipient');
  const sides = new Set(met.map(sideOf).filter((side) => side >= 0));
  return sides.size === 1 ? (parties[[...sides][0] ?? -1] ?? null) : null;
}

/**
 * Ranges by who claims. Of each voice its latest number counts, for tolls grow; several voices of one column span the
 * range from the lowest to the highest. Numbers are never added: two of them may count the same people.
 */
export function rangesByClaimant(counts: readonly CountSaid[], parties: readonly string[]): CasualtyClaims[] {
  const groups = Map.groupBy(counts, ({ of, group, whose }) => `${of} ${group} ${whose}`);
  return [...groups.values()].map((group) => {
    const [{ of, group: people, whose }] = group as [CountSaid];
    const columns = Map.groupBy(group, ({ said }) => columnOf(said, parties.length));
    const ranges = [...columns]
      .sort(([a], [b]) => a - b)
      .map(([column, said]) => rangeOf(latestOfVoices(said), named(column, parties)));
    return { of, group: people, whose, ranges };
  });
}

/** Across incidents: for each number and column the smallest to the largest of one incident. */
export function spansOfIncidents(incidents: readonly CasualtyClaims[][]): CasualtyClaims[] {
  const groups = Map.groupBy(incidents.flat(), ({ of, group, whose }) => `${of} ${group} ${whose}`);
  return [...groups.values()]
    .map((group) => {
      const [{ of, group: people, whose }] = group as [CasualtyClaims];
      const columns = Map.groupBy(
        group.flatMap(({ ranges }) => ranges),
        ({ column }) => JSON.stringify(column),
      );
      const ranges = [...columns.values()].map((one) => ({
        ...spanned(one),
        column: (one[0] as ClaimedRange).column,
        count: one.length,
        said: (one.at(-1) as ClaimedRange).said,
      }));
      return { of, group: people, whose, ranges: ranges.sort(byColumn) };
    })
    .sort((a, b) => countOf(b) - countOf(a));
}

const order = { side: 0, others: 1, narrators: 2 } as const;

function byColumn({ column: a }: ClaimedRange, { column: b }: ClaimedRange): number {
  return order[a.kind] - order[b.kind];
}

function countOf({ ranges }: CasualtyClaims): number {
  return ranges.reduce((sum, { count }) => sum + count, 0);
}

function columnOf({ by, side }: Said, sides: number): number {
  if (by === null) return sides + 1;
  return side >= 0 ? side : sides;
}

function named(column: number, parties: readonly string[]): Column {
  const name = parties[column];
  if (name !== undefined) return { kind: 'side', name };
  return { kind: column === parties.length ? 'others' : 'narrators' };
}

function latestOfVoices(said: readonly CountSaid[]): CountSaid[] {
  return [...Map.groupBy(said, (one) => one.said.voice).values()].flatMap((own) => {
    const last = Math.max(...own.map((one) => one.said.published ?? 0));
    return own.filter((one) => (one.said.published ?? 0) === last);
  });
}

function rangeOf(said: readonly CountSaid[], column: Column): ClaimedRange {
  const last = said.reduce((a, b) => ((b.said.published ?? 0) >= (a.said.published ?? 0) ? b : a));
  return {
    ...spanned(said),
    column,
    count: new Set(said.map((one) => one.said.voice)).size,
    said: {
      by: last.said.by ?? last.source,
      href: eventPath(last.said.event.articleId, last.said.event.eventId),
      publishedAt: last.publishedAt,
    },
  };
}

function spanned(ranges: readonly { low: number; high: number | null }[]) {
  const highs = ranges.map(({ high }) => high);
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: highs.includes(null) ? null : Math.max(...highs.map((high) => high ?? 0)),
  };
}
