import { rangeOf } from '../range.ts';
import type { Told } from '../told.ts';
import { fighters, isCurrent, isOfWar } from './foes.ts';
import { genericKind, genericSide } from './generic-sides.ts';
import type { ConflictDefinition } from './known.ts';
import type { Named, SideReader } from './sides.ts';

/** An event with the sides that its fighters stand on. */
export interface Sided {
  readonly told: Told;
  readonly actors: readonly Named[];
  readonly shares: readonly Share[];
}

export function sidedBy(reader: SideReader, told: Told): Sided {
  const actors = fighters(told.event);
  return { told, actors, shares: sharesOf(actors, reader) };
}

/** The conflict of which two sides take part in the event: the one with most of its actors, then the article's own. */
export function bySides(
  one: Sided,
  conflicts: readonly ConflictDefinition[],
  main: number | null,
): number | null {
  let best: Share | null = null;
  for (const share of one.shares) {
    if (share.sides < 2 || isOutside(one.told, conflicts[share.conflict])) continue;
    if (!best || share.actors > best.actors || (share.actors === best.actors && isBefore(share, best, main)))
      best = share;
  }
  return best?.conflict ?? byRebels(one, conflicts, main);
}

/**
 * "The government and rebels signed a truce": of the wars inside a state in which it is one side and whoever fights it
 * the other, the only one of that time, or the article's own.
 */
function byRebels(
  { told, actors, shares }: Sided,
  conflicts: readonly ConflictDefinition[],
  main: number | null,
): number | null {
  const unnamed = actors.filter(({ id, name }) => id === undefined && genericKind(name) !== null);
  if (unnamed.length === 0 || unnamed.length === actors.length) return null;
  const found = shares.filter(({ conflict, seen }) => {
    const definition = conflicts[conflict];
    if (!definition || isOutside(told, definition)) return false;
    return unnamed.some(({ name }) => {
      const side = genericSide(name, definition);
      return side >= 0 && !seen.includes(side);
    });
  });
  const [only, another] = found;
  if (only && !another) return only.conflict;
  return found.some(({ conflict }) => conflict === main) ? main : null;
}

function isBefore(a: Share, b: Share, main: number | null): boolean {
  return a.conflict === main || (b.conflict !== main && a.conflict < b.conflict);
}

/** How many of some actors stand on sides of a conflict, and on how many sides. */
export interface Share {
  readonly conflict: number;
  sides: number;
  actors: number;
  readonly seen: number[];
}

function sharesOf(actors: readonly Named[], reader: SideReader): Share[] {
  const shares: Share[] = [];
  for (const actor of actors) {
    for (const { conflict, side } of reader(actor)) {
      let share = shares.find((one) => one.conflict === conflict);
      if (!share) {
        share = { conflict, sides: 0, actors: 0, seen: [] };
        shares.push(share);
      }
      share.actors++;
      if (share.seen.includes(side)) continue;
      share.seen.push(side);
      share.sides++;
    }
  }
  return shares;
}

/** What is told without a time so long after the end of a war is not of that war, milliseconds. */
const tellsOn = 365 * 86_400_000;

/** Whether an event lies outside the days of a war, by its own time or, without one, by when it was told. */
export function isOutside({ event, published }: Told, definition: ConflictDefinition | undefined): boolean {
  if (!definition || (definition.from === undefined && definition.to === undefined)) return false;
  const { from, to } = definition;
  if (!event.when)
    return to !== undefined && published !== null && published.earliest > Date.parse(to) + tellsOn;
  const { earliest, latest } = rangeOf(event.when);
  const isBefore = from !== undefined && latest < Date.parse(from);
  return isBefore || (to !== undefined && earliest > Date.parse(to) + 86_400_000);
}

/** Whether what an article tells as news lies in the days of a war: of one long over it may tell as background. */
function isOfItsDays(events: readonly Told[], definition: ConflictDefinition | undefined): boolean {
  return events.some((one) => isCurrent(one.event) && !isOutside(one, definition));
}

/** The war an article tells of, or null, and whether it is one that an event of its own sets two sides of against each other. */
export interface MainConflict {
  readonly conflict: number | null;
  readonly isByEvents: boolean;
}

/** The war an article tells of: most events between two of its sides; without any, most actors on two sides. */
export function mainConflict(
  events: readonly Sided[],
  conflicts: readonly ConflictDefinition[],
  reader: SideReader,
): MainConflict {
  const votes = new Map<number, number>();
  for (const one of events) {
    const { event } = one.told;
    const conflict = isCurrent(event) ? bySides(one, conflicts, null) : null;
    if (conflict !== null) votes.set(conflict, (votes.get(conflict) ?? 0) + (isOfWar(event) ? 3 : 1));
  }
  const isByEvents = votes.size > 0;
  if (!isByEvents) {
    const told = events.map((one) => one.told);
    const actors = told.flatMap(({ event }) => event.actors);
    for (const { conflict, sides, actors: count } of sharesOf(actors, reader)) {
      if (sides > 1 && isOfItsDays(told, conflicts[conflict])) votes.set(conflict, count);
    }
  }
  const [first, second] = [...votes].sort(([a, votesA], [b, votesB]) => votesB - votesA || a - b);
  // Two wars told of equally: nothing is put under either by context alone.
  return { conflict: first && first[1] !== second?.[1] ? first[0] : null, isByEvents };
}

/** Those that take part in an event and those that say so. */
function speakersAndActors({ event }: Told): Named[] {
  return [...event.actors, ...event.claims.map(({ by }) => ({ name: by }))];
}

/**
 * Of the wars that other articles tell of, the one on whose sides most of the article's actors and speakers stand; without any,
 * the one in whose countries its events are placed; without places, the only one there is.
 */
export function likelyConflict(
  events: readonly Told[],
  established: ReadonlyMap<number, unknown>,
  conflicts: readonly ConflictDefinition[],
  reader: SideReader,
): number | null {
  const [first, second] = sharesOf(events.flatMap(speakersAndActors), reader)
    .filter(({ conflict }) => established.has(conflict) && isOfItsDays(events, conflicts[conflict]))
    .sort((a, b) => b.actors - a.actors || a.conflict - b.conflict);
  if (first) return first.actors !== second?.actors ? first.conflict : null;
  const countries = new Set(events.flatMap(({ event }) => event.where?.countryCode ?? []));
  const there = [...established.keys()].filter((conflict) =>
    conflicts[conflict]?.countries.some((country) => countries.has(country)),
  );
  const [only, another] = countries.size > 0 ? there : established.keys();
  return only !== undefined && another === undefined ? only : null;
}
