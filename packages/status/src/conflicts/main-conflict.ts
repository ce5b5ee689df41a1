import type { Actor } from '@trucewatch/schema';
import { rangeOf } from '../range.ts';
import type { Told } from '../told.ts';
import { fighters, isCurrent, isOfWar } from './foes.ts';
import type { ConflictDefinition } from './known.ts';
import type { SideReader } from './sides.ts';

/** The conflict of which two sides take part in the event: the one with most of its actors, then the article's own. */
export function bySides(
  { event }: Told,
  conflicts: readonly ConflictDefinition[],
  reader: SideReader,
  main: number | null,
): number | null {
  const candidates = [...sidesByConflict(fighters(event), reader)].filter(
    ([conflict, { sides }]) => sides.size > 1 && !isOutside(event.when, conflicts[conflict]),
  );
  const rank = (conflict: number) => (conflict === main ? -1 : conflict);
  candidates.sort(([a, one], [b, other]) => other.actors - one.actors || rank(a) - rank(b));
  return candidates[0]?.[0] ?? null;
}

function sidesByConflict(actors: readonly Actor[], reader: SideReader) {
  const found = new Map<number, { sides: Set<number>; actors: number }>();
  for (const actor of actors) {
    for (const { conflict, side } of reader(actor)) {
      const entry = found.get(conflict) ?? { sides: new Set<number>(), actors: 0 };
      entry.sides.add(side);
      entry.actors++;
      found.set(conflict, entry);
    }
  }
  return found;
}

export function isOutside(when: Told['event']['when'], definition: ConflictDefinition | undefined): boolean {
  if (!when || !definition) return false;
  const { earliest, latest } = rangeOf(when);
  const isBefore = definition.from !== undefined && latest < Date.parse(definition.from);
  return isBefore || (definition.to !== undefined && earliest > Date.parse(definition.to) + 86_400_000);
}

/** The war an article tells of: most events between two of its sides; without any, most actors on two sides. */
export function mainConflict(
  events: readonly Told[],
  conflicts: readonly ConflictDefinition[],
  reader: SideReader,
): number | null {
  const votes = new Map<number, number>();
  for (const one of events) {
    const conflict = isCurrent(one.event) ? bySides(one, conflicts, reader, null) : null;
    if (conflict !== null) votes.set(conflict, (votes.get(conflict) ?? 0) + (isOfWar(one.event) ? 3 : 1));
  }
  if (votes.size === 0) {
    const actors = events.flatMap(({ event }) => event.actors);
    for (const [conflict, { sides, actors: count }] of sidesByConflict(actors, reader)) {
      if (sides.size > 1) votes.set(conflict, count);
    }
  }
  const [first, second] = [...votes].sort(([a, votesA], [b, votesB]) => votesB - votesA || a - b);
  // Two wars told of equally: nothing is put under either by context alone.
  return first && first[1] !== second?.[1] ? first[0] : null;
}

/** Of the wars that other articles tell of, the one on whose sides most of the article's actors stand. */
export function likelyConflict(
  events: readonly Told[],
  established: ReadonlySet<number>,
  reader: SideReader,
): number | null {
  const found = sidesByConflict(
    events.flatMap(({ event }) => event.actors),
    reader,
  );
  const [first, second] = [...found]
    .filter(([conflict]) => established.has(conflict))
    .sort(([a, one], [b, other]) => other.actors - one.actors || a - b);
  return first && first[1].actors !== second?.[1].actors ? first[0] : null;
}
