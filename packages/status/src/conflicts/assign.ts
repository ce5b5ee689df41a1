import type { Actor } from '@trucewatch/schema';
import { rangeOf } from '../range.ts';
import type { Told } from '../told.ts';
import { fighters, foesOf, isCurrent, isOfWar } from './foes.ts';
import { type ConflictDefinition, knownConflicts } from './known.ts';
import { wordsOf } from './names.ts';
import { provisionalConflicts } from './provisional.ts';
import { type SideOf, type SideReader, sideReader } from './sides.ts';

/** A conflict with the events that belong to it, in order, and a reader of its own sides. */
export interface AssignedConflict {
  readonly definition: ConflictDefinition;
  readonly told: Told[];
  /** The side an actor stands on, or -1. */
  readonly sideOf: SideOf;
}

/**
 * Puts every event under the war it belongs to, or under none. In this order:
 * 1. actors on two sides of one conflict: that conflict;
 * 2. a single side, a place of the war or a bare ceasefire event: the war that its article tells of;
 * 3. two foes that no conflict knows: a provisional conflict named by both.
 */
export function assignConflicts(told: readonly Told[]): AssignedConflict[] {
  const known = sideReader(knownConflicts);
  const articles = Map.groupBy(told, ({ ref }) => ref.articleId);
  const strangers: [Actor, Actor][] = [];
  for (const events of articles.values()) {
    const main = mainConflict(events, knownConflicts, known);
    for (const one of events) {
      const foes = foesOf(one.event);
      if (!foes || bySides(one, knownConflicts, known, main) !== null) continue;
      // An outsider who strikes one side of the war the article tells of is part of that war.
      const isOfMain = foes.some((foe) => known(foe).some(({ conflict }) => conflict === main));
      if (!isOfMain) strangers.push(foes);
    }
  }
  const conflicts = [...knownConflicts, ...provisionalConflicts(strangers)];
  const reader = conflicts.length === knownConflicts.length ? known : sideReader(conflicts);
  const assigned = new Map<number, Told[]>();
  for (const events of articles.values()) {
    const main = mainConflict(events, conflicts, reader);
    for (const one of events) {
      const index = bySides(one, conflicts, reader, main) ?? byContext(one, conflicts, reader, main);
      if (index === null) continue;
      const list = assigned.get(index);
      if (list) list.push(one);
      else assigned.set(index, [one]);
    }
  }
  const result: AssignedConflict[] = [];
  for (const [index, definition] of conflicts.entries()) {
    const events = assigned.get(index);
    if (!events?.some(({ event }) => isOfWar(event) && isCurrent(event))) continue;
    const sideOf = sideReaderOf(index, events, reader);
    result.push({ definition, told: events, sideOf });
  }
  return result;
}

/**
 * Reads the side of one conflict. A name that says nothing by itself ("Aliyev") is on the side on which the
 * events' own actors of that name stand, when all of them stand on one.
 */
function sideReaderOf(index: number, events: readonly Told[], reader: SideReader): SideOf {
  const read: SideOf = (actor) => reader(actor).find(({ conflict }) => conflict === index)?.side ?? -1;
  const spellings = new Map<string, Actor>();
  for (const { event } of events) {
    for (const actor of event.actors) if (actor.id) spellings.set(`${actor.id}\n${actor.name}`, actor);
  }
  const sidesByName = new Map<string, number>();
  for (const actor of spellings.values()) {
    const name = wordsOf(actor.name).join(' ');
    const side = read(actor);
    sidesByName.set(name, (sidesByName.get(name) ?? side) === side ? side : -1);
  }
  const unnamed = new Map<string, number>();
  return (actor) => {
    const side = read(actor);
    if (side >= 0 || actor.id) return side;
    const known = unnamed.get(actor.name) ?? sidesByName.get(wordsOf(actor.name).join(' ')) ?? -1;
    unnamed.set(actor.name, known);
    return known;
  };
}

/** The conflict of which two sides take part in the event: the one with most of its actors, then the article's own. */
function bySides(
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

function isOutside(when: Told['event']['when'], definition: ConflictDefinition | undefined): boolean {
  if (!when || !definition) return false;
  const { earliest, latest } = rangeOf(when);
  const isBefore = definition.from !== undefined && latest < Date.parse(definition.from);
  return isBefore || (definition.to !== undefined && earliest > Date.parse(definition.to) + 86_400_000);
}

/** The war an article tells of: most events between two of its sides; without any, most actors on two sides. */
function mainConflict(
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

function byContext(
  { event }: Told,
  conflicts: readonly ConflictDefinition[],
  reader: SideReader,
  main: number | null,
): number | null {
  const definition = main === null ? undefined : conflicts[main];
  if (main === null || !definition || isOutside(event.when, definition)) return null;
  if (fighters(event).some((actor) => reader(actor).some(({ conflict }) => conflict === main))) return main;
  if (event.where) {
    const words = wordsOf(event.where.name).join(' ');
    const isThere =
      definition.countries.includes(event.where.countryCode ?? '') ||
      definition.sides.some(({ names }) => names.includes(words));
    if (isThere) return main;
  }
  if (event.type === 'ceasefire' || event.ceasefireRefs.length > 0) return main;
  return isOfWar(event) && event.actors.length === 0 && !event.where ? main : null;
}
