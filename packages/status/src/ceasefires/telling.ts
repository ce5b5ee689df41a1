import type { Actor, EventRef } from '@trucewatch/schema';
import { identityOf } from '../conflicts/names.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { day, intersection, type Range, rangeOf, width } from '../range.ts';
import type { Told } from '../told.ts';
import { mediatorsOf } from './mediators.ts';
import { namesOf } from './names.ts';

/** What one article tells of one truce: the events that share one of its ceasefireRefs. */
export interface Telling {
  readonly key: string;
  readonly articleId: string;
  readonly published: Range | null;
  readonly told: readonly Told[];
  /** The events that make a truce: agreed, declared, took effect, extended. */
  readonly openers: readonly Told[];
  readonly announced: Range | null;
  readonly effective: Range | null;
  readonly sides: ReadonlySet<number>;
  /** The side that declared it alone, as far as is told; null for one that others made too, or that nobody is told to have declared. */
  readonly own: number | null;
  /** The side that ends, suspends or extends it alone; null where nobody does. */
  readonly handledBy: number | null;
  /** Identities of the mediators. */
  readonly mediators: ReadonlySet<string>;
  /** What it is called to tell it from others: by what or where it is for. */
  readonly names: ReadonlySet<string>;
  /** Told more than a year after it may have begun: it may add to a truce that others tell of, and opens none. */
  readonly isBackground: boolean;
}

const opening = new Set(['agreed', 'declared', 'took_effect', 'extended']);

/** Whether the event says that there is, or at a given time will be, a truce. */
export function isOpener({ event }: Told): boolean {
  if (event.type !== 'ceasefire' || !opening.has(event.step ?? '')) return false;
  if (event.reality === 'actual') return true;
  // A truce to come counts once it is agreed for a certain time, not while it is only expected.
  return event.reality === 'future' && startOf(event) !== null;
}

/** The start that one event gives: its effect time, or the time at which it took effect. */
function startOf(event: Told['event']): Range | null {
  if (event.step === 'extended') return null;
  const moment = event.effectiveAt ?? (event.step === 'took_effect' ? event.when : null);
  return moment ? rangeOf(moment) : null;
}

/**
 * Groups one conflict's ceasefire events by article and reference. Events that open a truce without a
 * reference stand alone; the other ones without a reference come back as `loose`. `wordsOfWar` are the words of the war's own
 * name and of its sides'.
 */
export function tellingsOf(
  told: readonly Told[],
  sideOf: SideOf,
  wordsOfWar: ReadonlySet<string>,
): { tellings: Telling[]; loose: Told[] } {
  const groups = new Map<string, Told[]>();
  const loose: Told[] = [];
  for (const one of told) {
    if (!countsForTruce(one)) continue;
    const refs: (string | undefined)[] = [...new Set(one.event.ceasefireRefs)];
    if (refs.length === 0 && isOpener(one)) refs.push(undefined);
    if (refs.length === 0 && one.event.type === 'ceasefire') loose.push(one);
    for (const ref of refs) {
      const key = ref === undefined ? one.key : `${one.ref.articleId}\n#${ref}`;
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return { tellings: [...groups].map(([key, group]) => telling(key, group, sideOf, wordsOfWar)), loose };
}

/** Ceasefire events told as so or as coming; talks and deals lend their mediators to the truce they refer to. */
function countsForTruce(one: Told): boolean {
  const { event } = one;
  if (event.type !== 'ceasefire') return event.reality === 'actual' && event.ceasefireRefs.length > 0;
  return event.reality === 'actual' || isOpener(one);
}

function telling(
  key: string,
  told: readonly Told[],
  sideOf: SideOf,
  wordsOfWar: ReadonlySet<string>,
): Telling {
  const openers = told.filter(isOpener);
  const effective = narrowest(openers.flatMap(({ event }) => startOf(event) ?? []));
  const said = narrowest(
    openers.flatMap(({ event, range }) => (isAnnouncing(event.step) && range ? [range] : [])),
  );
  // "The 2020 agreement, in force from Tuesday": of the year only the days before the start can be meant.
  const announced = said && effective ? (intersection(said, noticeBefore(effective)) ?? said) : said;
  const published = told[0]?.published ?? null;
  const firstAnchor = Math.min(announced?.earliest ?? Infinity, effective?.earliest ?? Infinity);
  const truceEvents = told.filter(({ event }) => event.type === 'ceasefire');
  const fighters = truceEvents.flatMap(({ event }) => event.actors.filter(({ role }) => role !== 'mediator'));
  return {
    key,
    articleId: told[0]?.ref.articleId ?? '',
    published,
    told,
    openers,
    announced,
    effective,
    sides: new Set(fighters.map(sideOf).filter((side) => side >= 0)),
    own: declarerOf(openers, sideOf),
    handledBy: only(sidesIn(truceEvents.filter(handles), sideOf, declares)),
    mediators: new Set(mediatorsOf(told, sideOf).map(identityOf)),
    names: namesOf(truceEvents, wordsOfWar),
    isBackground: published !== null && published.earliest - firstAnchor > 365 * day,
  };
}

/** The side that declared a truce alone: it declares, and nobody else is told to have agreed. */
export function declarerOf(openers: readonly Told[], sideOf: SideOf): number | null {
  const declared = openers.filter(({ event }) => event.step === 'declared');
  // A truce that is only named was not agreed by whoever stands beside it.
  const agreed = openers.filter(
    ({ event }) => event.step === 'agreed' && (event.when !== null || event.effectiveAt !== null),
  );
  const one = only(sidesIn(declared, sideOf, declares));
  if (one === null) return null;
  const others = sidesIn(agreed, sideOf, (role) => role !== 'mediator');
  return [...others].every((side) => side === one) ? one : null;
}

/** The sides that actors of certain roles stand on. */
export function sidesIn(
  told: readonly Told[],
  sideOf: SideOf,
  isWanted: (role: Actor['role']) => boolean,
): Set<number> {
  const sides = told.flatMap(({ event }) =>
    event.actors.filter(({ role }) => isWanted(role)).map((actor) => sideOf(actor)),
  );
  return new Set(sides.filter((side) => side >= 0));
}

export function declares(role: Actor['role']): boolean {
  return role === 'party' || role === 'initiator';
}

const handling = new Set(['terminated', 'suspended', 'extended']);

function handles({ event }: Told): boolean {
  return event.reality === 'actual' && handling.has(event.step ?? '');
}

function only(sides: ReadonlySet<number>): number | null {
  const [one] = sides;
  return sides.size === 1 && one !== undefined ? one : null;
}

/** A truce rarely starts later after its announcement than this (Gaza, January 2025: four days). */
const longestNotice = 5 * day;

/** When a truce of this start may have been announced: a day is allowed for mistaken zones. */
export function noticeBefore({ earliest, latest }: Range): Range {
  return { earliest: earliest - longestNotice, latest: latest + day };
}

export function isAnnouncing(step: string | undefined): boolean {
  return step === 'agreed' || step === 'declared';
}

/** The range that leaves least open; of equals the earliest. */
export function narrowest(ranges: readonly Range[]): Range | null {
  let best: Range | null = null;
  for (const range of ranges) {
    const better = best === null || width(range) - width(best) || range.earliest - best.earliest;
    if (better === true || (typeof better === 'number' && better < 0)) best = range;
  }
  return best;
}

export function refsOf(told: readonly Told[]): EventRef[] {
  return told.map(({ ref }) => ref);
}
