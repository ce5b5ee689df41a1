import type { Actor } from '@trucewatch/schema';
import type { ConflictDefinition } from '../conflicts/known.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { fnv1a } from '../hash.ts';
import { day, instant, notAfter, placed, type Range, rangeOf } from '../range.ts';
import type { Told } from '../told.ts';
import type { AssembledTruce } from './assemble.ts';
import { placeOf, replaces, type Scope } from './scope.ts';
import { declarerOf, declares, isAnnouncing, isOpener, narrowest, sidesIn } from './telling.ts';
import { startRange, type Truce } from './truce.ts';

export interface ConflictSides {
  readonly definition: ConflictDefinition;
  readonly sideOf: SideOf;
}

/** What a truce's own reports say, with instants in epoch milliseconds UTC as the fold uses them; null where nothing gives them. */
export interface DatedTruce {
  readonly assembled: AssembledTruce;
  readonly truce: Truce;
  readonly told: readonly Told[];
  readonly openers: readonly Told[];
  readonly scope: Scope;
  readonly start: Range | null;
  /** What its id begins with; of truces that share it the later ones add a number. */
  readonly stem: string;
  readonly announced: Range | null;
  readonly announcedAt: number | null;
  readonly effectAt: number | null;
  readonly until: Range | null;
  readonly sideOf: SideOf;
}

/** A truce in the chain of its conflict's truces. */
export interface Life extends DatedTruce {
  readonly id: string;
  /** The truce before it in the chain. */
  readonly previous: Life | null;
  /** When the next truce that replaces it was made: nothing that is told of this one counts after that. */
  readonly supersededAt: number | null;
  readonly supersededBy: DatedTruce | null;
  /** The ids of the earlier ones that this one is the next to replace. */
  readonly takesOver: readonly string[];
}

/** Links the truces of a conflict into a chain by start. */
export function chainOf(dated: readonly DatedTruce[]): Life[] {
  const begun = ({ start, truce: { before } }: DatedTruce) =>
    start?.earliest ?? (before === null ? Number.POSITIVE_INFINITY : before - 1);
  const order = [...dated].sort((a, b) => begun(a) - begun(b) || (a.truce.key < b.truce.key ? -1 : 1));
  const successors = successorsOf(order);
  const taken = new Map<string, number>();
  const takesOver = new Map<DatedTruce, string[]>(order.map((one) => [one, []]));
  const lives: Life[] = [];
  for (const [index, one] of order.entries()) {
    const { stem } = one;
    const number = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, number);
    const supersededBy = successors[index] ?? null;
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (supersededBy) takesOver.get(supersededBy)?.push(id);
    lives.push({
      ...one,
      id,
      previous: lives.at(-1) ?? null,
      supersededAt: supersededBy?.announcedAt ?? null,
      supersededBy,
      takesOver: takesOver.get(one) ?? [],
    });
  }
  return lives;
}

/** For each truce the next one that was made and replaces it. */
function successorsOf(order: readonly DatedTruce[]): (DatedTruce | null)[] {
  return order.map((one, index) => {
    for (let next = index + 1; next < order.length; next++) {
      const later = order[next] as DatedTruce;
      if (later.announcedAt === null) continue;
      if (replaces(later.scope, one.scope) || isForgotten(one, later.announcedAt)) return later;
    }
    return null;
  });
}

/** An agreed truce of which nothing is heard for so long counts no more once another is made, milliseconds. */
const forgottenAfter = 30 * day;
const lived = new Set(['took_effect', 'observed', 'violated', 'extended', 'suspended']);

/** Whether a truce was agreed long before and nobody told that it was ever in force. */
function isForgotten({ announcedAt, effectAt, told }: DatedTruce, later: number): boolean {
  if (effectAt !== null || announcedAt === null || later - announcedAt < forgottenAfter) return false;
  return !told.some(({ event }) => event.reality === 'actual' && lived.has(event.step ?? ''));
}

/** The conflict and the UTC day of the start; a number is added where a day has two; a hash where nothing dates it. */
function stemOf(start: Range | null, key: string, conflictId: string): string {
  return `${conflictId}:${start ? instant(placed(start)).slice(0, 10) : fnv1a(key)}`;
}

/** Dates a truce by everything that is told of it. */
export function dated(assembled: AssembledTruce, conflict: ConflictSides): DatedTruce {
  const { truce, told } = assembled;
  const start = startRange(truce);
  const openers = told.filter(isOpener);
  const published = truce.firstPublished;
  const announced =
    truce.announced && published ? notAfter(truce.announced, published.latest) : truce.announced;
  const begun = told.find(({ event, at }) => event.step === 'took_effect' && at !== null);
  const firstReport = begun && !isResumption(told, begun) ? begun.at : null;
  const effectAt = truce.effective ? placed(truce.effective) : firstReport;
  const made = announced ? placed(announced) : (published?.latest ?? effectAt);
  // A truce is made before it starts, whatever room the words leave.
  const announcedAt = made !== null && effectAt !== null ? Math.min(made, effectAt) : made;
  return {
    assembled,
    truce,
    told,
    openers,
    scope: {
      ...partiesOf(openers, conflict),
      place: placeOf(openers, conflict.definition.countries),
      names: [...truce.names].sort(),
    },
    start,
    stem: stemOf(start, truce.key, conflict.definition.id),
    announced,
    announcedAt,
    effectAt,
    until: untilOf(openers),
    sideOf: conflict.sideOf,
  };
}

/** Whether it is told to take effect after it had been suspended. */
export function isResumption(told: readonly Told[], { event, at }: Told): boolean {
  if (event.step !== 'took_effect' || event.reality !== 'actual' || at === null) return false;
  return told.some((one) => one.event.step === 'suspended' && one.at !== null && one.at < at);
}

/** The stated end: the latest one an extension gives, none when the last extension is open, else the narrowest stated. */
function untilOf(openers: readonly Told[]): Range | null {
  const extensions = openers.filter(({ event }) => event.step === 'extended');
  const last = extensions.at(-1);
  if (last && !last.event.until) return null;
  const stated = (last ? extensions : openers).flatMap(({ event }) =>
    event.until ? [rangeOf(event.until)] : [],
  );
  if (last) return stated.reduce((a, b) => (b.latest > a.latest ? b : a));
  return narrowest(stated);
}

function partiesOf(openers: readonly Told[], { sideOf, definition }: ConflictSides) {
  // "The rebels declared a truce. Their men had agreed to stop firing": nobody else is told to have agreed.
  const agreed = openers.some(({ event }) => event.step === 'agreed') && declarerOf(openers, sideOf) === null;
  const declared = openers.filter(({ event }) => isAnnouncing(event.step));
  const isWanted = (role: Actor['role']) => declares(role) || (agreed && role !== 'mediator');
  const sides = sidesIn(declared.length > 0 ? declared : openers, sideOf, isWanted);
  const isMutual = agreed || declared.length === 0;
  if (isMutual && sides.size < 2 && definition.sides.length === 2) {
    sides.add(0).add(1);
  }
  const kind: Scope['kind'] =
    sides.size > 2 ? 'multilateral' : isMutual || sides.size > 1 ? 'bilateral' : 'unilateral';
  return { kind, sides: [...sides].sort((a, b) => a - b) };
}
