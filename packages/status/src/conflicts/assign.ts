import type { Actor } from '@trucewatch/schema';
import type { Told } from '../told.ts';
import { fighters, foesOf, isCurrent, isOfWar } from './foes.ts';
import { type ConflictDefinition, knownConflicts } from './known.ts';
import { bySides, isOutside, likelyConflict, mainConflict } from './main-conflict.ts';
import { identityOf, wordsOf } from './names.ts';
import { sideReaderOf } from './own-sides.ts';
import { provisionalConflicts } from './provisional.ts';
import { type SideOf, type SideReader, sideReader } from './sides.ts';

/** A conflict with the events that belong to it, in order, and a reader of its own sides. */
export interface AssignedConflict {
  readonly definition: ConflictDefinition;
  readonly told: Told[];
  /** The side an actor stands on, or -1. */
  readonly sideOf: SideOf;
}

type Articles = ReadonlyMap<string, readonly Told[]>;

/**
 * Puts every event under the war it belongs to, or under none. In this order:
 * 1. actors on two sides of one conflict: that conflict;
 * 2. a single side, a place of the war or a bare ceasefire event: the war that its article tells of;
 * 3. two foes that no conflict knows: a provisional conflict named by both;
 * 4. an event of war with a single side, in an article that tells of no war by itself: the war of that side that
 *    other articles tell of.
 */
export function assignConflicts(told: readonly Told[]): AssignedConflict[] {
  const known = sideReader(knownConflicts);
  const articles = Map.groupBy(told, ({ ref }) => ref.articleId);
  const established = establishedConflicts(told, known);
  const provisional = provisionalConflicts(strangersIn(articles, established, known));
  const conflicts = [...knownConflicts, ...provisional];
  const reader = provisional.length === 0 ? known : sideReader(conflicts);
  const assigned = new Map<number, Told[]>();
  for (const events of articles.values()) {
    const main = mainConflict(events, conflicts, reader);
    const likely = main ?? likelyConflict(events, established, reader);
    for (const one of events) {
      const index =
        bySides(one, conflicts, reader, main) ??
        byContext(one, conflicts, reader, main) ??
        byLikelihood(one, reader, likely);
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
    result.push({ definition, told: events, sideOf: sideReaderOf(index, events, reader) });
  }
  return result;
}

/** The known conflicts of which some event sets two sides against each other. */
function establishedConflicts(told: readonly Told[], known: SideReader): Set<number> {
  const established = new Set<number>();
  for (const one of told) {
    if (!isOfWar(one.event) || !isCurrent(one.event)) continue;
    const conflict = bySides(one, knownConflicts, known, null);
    if (conflict !== null) established.add(conflict);
  }
  return established;
}

/**
 * The pairs of foes that belong to no known conflict. Not among them: two names of one side; an outsider who
 * strikes a side of the war that the article tells of; and, told by a single article only, a stranger against a
 * side of a war that other articles tell of.
 */
function strangersIn(
  articles: Articles,
  established: ReadonlySet<number>,
  known: SideReader,
): [Actor, Actor][] {
  const pairs = new Map<string, { foes: [Actor, Actor][]; articles: Set<string>; isInvolved: boolean }>();
  for (const [articleId, events] of articles) {
    const main = mainConflict(events, knownConflicts, known);
    for (const one of events) {
      const foes = foesOf(one.event);
      if (!foes || bySides(one, knownConflicts, known, main) !== null || areOneSide(foes, known)) continue;
      const wars = foes.flatMap((foe) => known(foe).map(({ conflict }) => conflict));
      if (wars.some((conflict) => conflict === main)) continue;
      const key = foes.map(identityOf).sort().join('\n');
      const pair = pairs.get(key) ?? { foes: [], articles: new Set(), isInvolved: false };
      pair.foes.push(foes);
      pair.articles.add(articleId);
      pair.isInvolved ||= wars.some((conflict) => established.has(conflict));
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()].flatMap((pair) => (pair.isInvolved && pair.articles.size < 2 ? [] : pair.foes));
}

function areOneSide([a, b]: readonly [Actor, Actor], known: SideReader): boolean {
  const sides = known(b);
  return known(a).some(({ conflict, side }) =>
    sides.some((other) => other.conflict === conflict && other.side === side),
  );
}

function byLikelihood({ event }: Told, reader: SideReader, likely: number | null): number | null {
  if (likely === null || !isOfWar(event)) return null;
  const isInvolved = fighters(event).some((actor) =>
    reader(actor).some(({ conflict }) => conflict === likely),
  );
  return isInvolved ? likely : null;
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
