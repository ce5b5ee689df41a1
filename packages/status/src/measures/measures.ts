import type { CeasefireMeasures, Hours } from '@trucewatch/schema';
import { endingOf } from '../ceasefires/ending.ts';
import type { ConflictSides, Life } from '../ceasefires/life.ts';
import { byText } from '../compare.ts';
import { dayOf, hour, type Range } from '../range.ts';
import type { Told } from '../told.ts';

/**
 * How a ceasefire was kept, each time between two things with its bounds: from the end of the one stretch to the beginning
 * of the other, and from the beginning to the end. `articlesOn` says how many articles came out on a UTC day; `horizon` is
 * the end of the timeline, epoch milliseconds UTC.
 */
export function measuresOf(
  life: Life,
  { definition }: ConflictSides,
  articlesOn: (day: string) => number,
  horizon: number,
): CeasefireMeasures {
  const { truce, announced, supersededBy } = life;
  const effect = truce.effective ?? (life.effectAt === null ? null : at(life.effectAt));
  const ending = endingOf(life, horizon);
  const collapse = ending?.outcome === 'collapsed' ? ending.range : null;
  const breaches = breachesOf(life);
  const next = supersededBy?.announced ?? null;
  return {
    announcementToEffect: between(announced, effect),
    effectToFirstViolation: definition.sides.flatMap(({ name }, side) => {
      const own = breaches.filter((breach) => breach.side === side).map(({ range }) => range);
      const hours = own.length > 0 ? between(effect, first(own)) : null;
      return hours ? [{ party: name, hours }] : [];
    }),
    effectToCollapse: between(effect, collapse),
    effectToEnd: ending ? between(effect, ending.range) : stillLasting(effect, horizon),
    endToNext: ending && ending.outcome !== 'superseded' ? between(ending.range, next) : null,
    violationsAlleged: byDay(breaches, (side) => definition.sides[side]?.name ?? null, articlesOn),
  };
}

interface Breach {
  /** Position of the accused side; -1 when the report names none. */
  readonly side: number;
  readonly range: Range;
}

function breachesOf({ told, sideOf }: Life): Breach[] {
  return told.flatMap((one) => {
    const range = one.range;
    if (one.event.step !== 'violated' || one.event.reality !== 'actual' || !range) return [];
    return accusedBy(one, sideOf).map((side) => ({ side, range }));
  });
}

function accusedBy({ event }: Told, sideOf: Life['sideOf']): number[] {
  const sides = new Set(event.actors.filter(({ role }) => role === 'initiator').map(sideOf));
  return sides.size > 0 ? [...sides] : [-1];
}

/** When the first of several happened: no sooner than any may have, no later than one of them surely had. */
function first(ranges: readonly Range[]): Range {
  return ranges.reduce((a, b) => ({
    earliest: Math.min(a.earliest, b.earliest),
    latest: Math.min(a.latest, b.latest),
  }));
}

function byDay(
  breaches: readonly Breach[],
  nameOf: (side: number) => string | null,
  articlesOn: (day: string) => number,
): CeasefireMeasures['violationsAlleged'] {
  const days = new Map<string, { day: string; party: string | null; alleged: number; articles: number }>();
  for (const { side, range } of breaches) {
    const day = dayOf(range.earliest + (range.latest - range.earliest) / 2);
    const key = `${day}\n${side}`;
    const entry = days.get(key) ?? { day, party: nameOf(side), alleged: 0, articles: articlesOn(day) };
    entry.alleged++;
    days.set(key, entry);
  }
  return [...days.values()].sort((a, b) => byText(a.day, b.day) || byText(a.party ?? '', b.party ?? ''));
}

function at(instant: number): Range {
  return { earliest: instant, latest: instant };
}

/** The hours from one thing to a later one; null when either is unknown. One that may have come first counts as none between. */
function between(from: Range | null, to: Range | null): Hours | null {
  if (!from || !to || to.latest < from.earliest) return null;
  return { min: inHours(to.earliest - from.latest), max: inHours(to.latest - from.earliest) };
}

function stillLasting(effect: Range | null, horizon: number): Hours | null {
  return effect && effect.latest <= horizon ? { min: inHours(horizon - effect.latest), max: null } : null;
}

/** To a hundredth: no report is more exact than half a minute. */
function inHours(milliseconds: number): number {
  return Math.round((Math.max(0, milliseconds) / hour) * 100) / 100;
}
