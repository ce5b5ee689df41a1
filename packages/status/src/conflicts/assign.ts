import type { Actor } from '@trucewatch/schema';
import type { Told } from '../told.ts';
import { fighters, foesOf, isCurrent, isOfWar } from './foes.ts';
import { genericKind } from './generic-sides.ts';
import { type ConflictDefinition, knownConflicts } from './known.ts';
import { inOneOnly, push } from './lists.ts';
import {
  bySides,
  isOutside,
  likelyConflict,
  type MainConflict,
  mainConflict,
  sidedBy,
} from './main-conflict.ts';
import { plainName } from './names.ts';
import { type ConflictNaming, lastOf, noNaming } from './naming.ts';
import { knownSides as known, type Named, type SideReader, sidesBesideKnown } from './sides.ts';
import { type Foes, Strangers } from './strangers.ts';

/** What one article says by itself of wars: those of which it sets two sides against each other, and foes of none. */
interface Hints {
  readonly established: readonly number[];
  readonly foes: readonly Foes[];
}

/** What an article changed for others. */
export interface ContextChange {
  /** Some wars are told of now that were not, or are no longer told of. */
  readonly isEstablished: boolean;
  /** Provisional conflicts that are new or no more, or of which a side has other ids, as they were and as they are. */
  readonly definitions: readonly ConflictDefinition[];
  /** Those of which only names have changed. */
  readonly renamed: readonly Renaming[];
  /** Actors that now belong to a side by their ids, or no longer do. */
  readonly ids: readonly string[];
}

/** A conflict of which the sides have other names than before. */
export interface Renaming {
  readonly before: ConflictDefinition;
  readonly now: ConflictDefinition;
}

/**
 * Puts every event under the war it belongs to, or under none. In this order:
 * 1. actors on two sides of one conflict: that conflict;
 * 2. a single side, a place of the war or a bare ceasefire event: the war that its article tells of;
 * 3. two foes that no conflict knows: a provisional conflict named by both;
 * 4. an event of war with a single side, or a bare ceasefire event, in an article that tells of no war by itself: the war of
 *    that side, or of the place, that other articles tell of.
 * The last two need what other articles say; when that changes, `settle` says so.
 */
export class Assignment {
  /** The known conflicts, then the provisional ones. */
  conflicts: readonly ConflictDefinition[] = knownConflicts;
  reader: SideReader = known;
  private naming: ConflictNaming = noNaming;
  private readonly hints = new Map<string, Hints>();
  private readonly established = new Map<number, number>();
  private isEstablishedChanged = false;
  private readonly strangers = new Strangers();
  /** Positions of the conflicts that people found to be part of another. */
  private moved: ReadonlyMap<number, number> = new Map();

  /**
   * Takes in what an article says of wars, in place of what it said before; it counts from `settle` on. Returns whether
   * other articles may then be assigned otherwise, and whether less is known than before.
   */
  put(articleId: string, events: readonly Told[]): { mayChange: boolean; isLess: boolean } {
    const old = this.hints.get(articleId);
    const { established, foes } = hintsOf(events);
    const now = { established, foes: foes.map((pair) => this.strangers.shared(pair)) };
    const touched = [...new Set([...(old?.established ?? []), ...now.established])];
    const before = touched.map((conflict) => this.established.has(conflict));
    for (const conflict of old?.established ?? []) this.establish(conflict, -1);
    for (const conflict of now.established) this.establish(conflict, 1);
    if (events.length === 0) this.hints.delete(articleId);
    else this.hints.set(articleId, now);
    const isEstablished = touched.some((conflict, index) => this.established.has(conflict) !== before[index]);
    if (isEstablished) this.isEstablishedChanged = true;
    const isNews = this.strangers.put(articleId, old?.foes ?? [], now.foes);
    const isLess = old !== undefined && (old.established.length > 0 || old.foes.length > 0);
    return { mayChange: isEstablished || isNews, isLess };
  }

  /** Lets all that was put in count. Returns by what articles may now be assigned otherwise, or null. */
  settle(): ContextChange | null {
    const isEstablished = this.isEstablishedChanged;
    this.isEstablishedChanged = false;
    const isRedefined = this.strangers.refresh(this.established, isEstablished);
    if (!isEstablished && !isRedefined) return null;
    return { isEstablished, ...(isRedefined ? this.define() : nothingRedefined) };
  }

  /** Takes in what people decided of provisional conflicts, in place of what they had decided. */
  name(naming: ConflictNaming): void {
    this.naming = naming;
    this.define();
  }

  private define(): Redefined {
    const old = this.conflicts;
    const oldMoved = this.moved;
    const { names, into } = this.naming;
    const before = new Map(old.map((one) => [one.id, one]));
    this.conflicts = [
      ...knownConflicts,
      ...this.strangers.definitions.map((one) => {
        const name = names.get(one.id);
        const known = before.get(one.id);
        if (name === undefined) return one;
        return known?.name === name && known.sides === one.sides ? known : { ...one, name };
      }),
    ];
    this.reader = sidesBesideKnown(this.strangers.definitions);
    const position = new Map(this.conflicts.map(({ id }, index) => [id, index]));
    this.moved = new Map(
      [...into.keys()].flatMap((id) => {
        const [from, to] = [position.get(id), position.get(lastOf(id, into))];
        return from === undefined || to === undefined || from === to ? [] : [[from, to]];
      }),
    );
    return redefined(old, this.conflicts, [
      ...movesIn(oldMoved, old),
      ...movesIn(this.moved, this.conflicts),
    ]);
  }

  private establish(conflict: number, times: 1 | -1): void {
    const count = (this.established.get(conflict) ?? 0) + times;
    if (count > 0) this.established.set(conflict, count);
    else this.established.delete(conflict);
  }

  /**
   * The events of one article under the positions of their conflicts, and the war that it tells of by itself.
   * `isAlone`: whatever others tell, it is assigned so.
   */
  of(events: readonly Told[]): { assigned: Map<number, Told[]>; own: MainConflict; isAlone: boolean } {
    const { conflicts, reader } = this;
    const sided = events.map((one) => sidedBy(reader, one));
    const own = mainConflict(sided, conflicts, reader);
    const { conflict: main } = own;
    let likely: number | null | undefined;
    const soil = new Soil(events);
    const assigned = new Map<number, Told[]>();
    for (const one of sided) {
      const { told } = one;
      const found =
        bySides(one, conflicts, main) ??
        byContext(told, conflicts, reader, main) ??
        soil.of(told) ??
        byLikelihood(told, reader, () => {
          likely ??= main ?? likelyConflict(events, this.established, conflicts, reader);
          return likely;
        });
      if (found === null) continue;
      push(assigned, this.moved.get(found) ?? found, told);
    }
    const isAlone =
      own.isByEvents &&
      main !== null &&
      sided.every(({ shares }) => shares.every(({ conflict }) => conflict < knownConflicts.length));
    return { assigned, own, isAlone };
  }
}

type Redefined = Omit<ContextChange, 'isEstablished'>;
const nothingRedefined: Redefined = { definitions: [], renamed: [], ids: [] };

/** The conflicts that were found to be part of others, each with the other one. */
function movesIn(moved: ReadonlyMap<number, number>, conflicts: readonly ConflictDefinition[]) {
  return [...moved].flatMap(([from, to]) => {
    const [part, whole] = [conflicts[from], conflicts[to]];
    return part && whole ? [{ part, whole }] : [];
  });
}

/** What differs between two lists of conflicts. The parts of one that comes or goes are assigned anew with it. */
function redefined(
  before: readonly ConflictDefinition[],
  now: readonly ConflictDefinition[],
  moves: readonly { part: ConflictDefinition; whole: ConflictDefinition }[],
): Redefined {
  const changed = inOneOnly(before, now);
  const old = new Map(before.map((one) => [one.id, one]));
  const renamed: Renaming[] = [];
  for (const one of now) {
    const known = old.get(one.id);
    if (!known || known === one || !isRenaming({ before: known, now: one })) continue;
    renamed.push({ before: known, now: one });
    changed.delete(known);
    changed.delete(one);
  }
  const parts = moves.filter(({ whole }) => changed.has(whole)).map(({ part }) => part);
  const ids = (all: readonly ConflictDefinition[]) =>
    all.flatMap(({ sides }) => sides.flatMap(({ actors }) => actors));
  return { definitions: [...changed, ...parts], renamed, ids: [...inOneOnly(ids(before), ids(now))] };
}

/** Whether the sides are the same by their ids, whatever else they are called. */
export function isRenaming({ before, now }: Renaming): boolean {
  return idsIn(before) === idsIn(now);
}

function idsIn({ sides }: ConflictDefinition): string {
  return sides.map(({ actors }) => actors.join(' ')).join('\n');
}

/** Not among the foes: two names of one side, and an outsider who strikes a side of the war that the article tells of. */
function hintsOf(events: readonly Told[]): Hints {
  const sided = events.map((one) => sidedBy(known, one));
  const { conflict: main } = mainConflict(sided, knownConflicts, known);
  const established = new Set<number>();
  const strangers: [Actor, Actor][] = [];
  const soil = new Soil(events);
  for (const one of sided) {
    const { told } = one;
    if (isOfWar(told.event) && isCurrent(told.event)) {
      const conflict = bySides(one, knownConflicts, null) ?? soil.of(told);
      if (conflict !== null) established.add(conflict);
    }
    const foes = foesOf(told.event);
    if (!foes || bySides(one, knownConflicts, main) !== null || areOneSide(foes)) continue;
    const isOfMain = foes.some((foe) => known(foe).some(({ conflict }) => conflict === main));
    if (!isOfMain && soil.of(told) === null) strangers.push(foes);
  }
  return { established: [...established], foes: strangers };
}

/**
 * "The United States and Russia agreed on a truce in Syria": a ceasefire that states make for another's soil is of the one
 * war inside that state, and they are no foes in it, wherever else the article tells of it.
 */
class Soil {
  private readonly makers = new Map<string, number>();

  constructor(events: readonly Told[]) {
    for (const one of events) {
      const conflict = bySoil(one);
      if (conflict !== null) this.makers.set(statesOf(one), conflict);
    }
  }

  of(one: Told): number | null {
    return one.event.type === 'ceasefire' ? (this.makers.get(statesOf(one)) ?? null) : null;
  }
}

/** The states that alone have a part in an event, as a key; empty where others do. */
function statesOf({ event }: Told): string {
  const ids = fighters(event).map(({ id }) => id ?? '');
  return ids.every((id) => id.startsWith('country:')) ? [...new Set(ids)].sort().join(' ') : '';
}

function bySoil(told: Told): number | null {
  const { where, type } = told.event;
  const states = statesOf(told);
  // A town may be where they met.
  const soil = where && !/^(?:site|city|district)$/u.test(where.level) ? where.countryCode : undefined;
  if (
    type !== 'ceasefire' ||
    !isCurrent(told.event) ||
    !soil ||
    states === '' ||
    states.includes(`country:${soil}`)
  )
    return null;
  const there = knownConflicts.flatMap((definition, index) =>
    definition.countries.length === 1 && definition.countries[0] === soil && !isOutside(told, definition)
      ? [index]
      : [],
  );
  const [only, another] = there;
  return only !== undefined && another === undefined ? only : null;
}

function areOneSide([a, b]: readonly [Actor, Actor]): boolean {
  const sides = known(b);
  return known(a).some(({ conflict, side }) =>
    sides.some((other) => other.conflict === conflict && other.side === side),
  );
}

function byLikelihood({ event }: Told, reader: SideReader, likelyOne: () => number | null): number | null {
  if (!isOfWar(event)) return null;
  const likely = likelyOne();
  if (likely === null) return null;
  const isOfIt = (actor: Named) => reader(actor).some(({ conflict }) => conflict === likely);
  const own = fighters(event);
  const isUnnamed = own.every(({ id, name }) => id === undefined && genericKind(name) !== null);
  const isInvolved =
    own.some(isOfIt) ||
    // "The Houthis accused government forces": the war is that of the side that speaks.
    (isUnnamed && event.claims.some(({ by }) => isOfIt({ name: by }))) ||
    // "The truce was holding, monitors said."
    (isUnnamed && event.type === 'ceasefire');
  return isInvolved ? likely : null;
}

function byContext(
  told: Told,
  conflicts: readonly ConflictDefinition[],
  reader: SideReader,
  main: number | null,
): number | null {
  const { event } = told;
  const definition = main === null ? undefined : conflicts[main];
  if (main === null || !definition || isOutside(told, definition)) return null;
  if (fighters(event).some((actor) => reader(actor).some(({ conflict }) => conflict === main))) return main;
  if (event.where) {
    const plain = plainName(event.where.name);
    const isThere =
      definition.countries.includes(event.where.countryCode ?? '') ||
      definition.sides.some(({ names }) => names.includes(plain));
    if (isThere) return main;
  }
  if (event.type === 'ceasefire' || event.ceasefireRefs.length > 0) return main;
  return isOfWar(event) && event.actors.length === 0 && !event.where ? main : null;
}
