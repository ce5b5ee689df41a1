import type { AssignedConflict } from '../conflicts/assign.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { fnv1a } from '../hash.ts';
import { instant, notAfter, placed, type Range, rangeOf } from '../range.ts';
import type { Told } from '../told.ts';
import { type AssembledTruce, firstKey } from './assemble.ts';
import { isAnnouncing, isOpener, narrowest } from './telling.ts';
import { firstPublished, startRange, type Truce } from './truce.ts';

/** One truce with its instants in epoch milliseconds, as the fold uses them; null where nothing gives them. */
export interface Life {
  readonly id: string;
  readonly truce: Truce;
  readonly told: readonly Told[];
  readonly openers: readonly Told[];
  readonly kind: 'unilateral' | 'bilateral' | 'multilateral';
  /** Positions of its sides in the conflict's definition, in that order. */
  readonly sides: readonly number[];
  readonly announced: Range | null;
  readonly announcedAt: number | null;
  readonly effectAt: number | null;
  readonly until: Range | null;
  readonly sideOf: SideOf;
  /** The truce before it in the chain. */
  readonly previous: Life | null;
  /** When the next truce that replaces it was made: nothing that is told of this one counts after that. */
  supersededAt: number | null;
  supersededBy: Life | null;
}

/** Dates the truces of a conflict and links them into a chain by start. */
export function livesOf(assembled: readonly AssembledTruce[], conflict: AssignedConflict): Life[] {
  const ids = new Set<string>();
  const lives: Life[] = [];
  for (const one of assembled) {
    lives.push({ ...lifeOf(one, conflict, ids), previous: lives.at(-1) ?? null });
  }
  for (const [index, life] of lives.entries()) {
    const next = lives.slice(index + 1).find((later) => later.announcedAt !== null && replaces(later, life));
    life.supersededBy = next ?? null;
    life.supersededAt = next?.announcedAt ?? null;
  }
  return lives;
}

/** One side's own truce does not undo what both had agreed. */
function replaces(later: Life, earlier: Life): boolean {
  return later.kind !== 'unilateral' || earlier.kind === 'unilateral';
}

function lifeOf(
  { truce, told }: AssembledTruce,
  conflict: AssignedConflict,
  ids: Set<string>,
): Omit<Life, 'previous'> {
  const openers = told.filter(isOpener);
  const published = firstPublished(truce);
  const announced =
    truce.announced && published ? notAfter(truce.announced, published.latest) : truce.announced;
  const firstReport = told.find(({ event, at }) => event.step === 'took_effect' && at !== null)?.at ?? null;
  const effectAt = truce.effective ? placed(truce.effective) : firstReport;
  const made = announced ? placed(announced) : (published?.latest ?? effectAt);
  // A truce is made before it starts, whatever room the words leave.
  const announcedAt = made !== null && effectAt !== null ? Math.min(made, effectAt) : made;
  return {
    id: identity(truce, conflict.definition.id, ids),
    truce,
    told,
    openers,
    ...partiesOf(openers, conflict),
    announced,
    announcedAt,
    effectAt,
    until: untilOf(openers),
    sideOf: conflict.sideOf,
    supersededAt: null,
    supersededBy: null,
  };
}

/** The conflict and the UTC day of the start; a number where a day has two; a hash where nothing dates it. */
function identity(truce: Truce, conflictId: string, taken: Set<string>): string {
  const start = startRange(truce);
  const stem = `${conflictId}:${start ? instant(placed(start)).slice(0, 10) : fnv1a(firstKey(truce))}`;
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  taken.add(id);
  return id;
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

function partiesOf(openers: readonly Told[], { sideOf, definition }: AssignedConflict) {
  const agreed = openers.some(({ event }) => event.step === 'agreed');
  const declared = openers.filter(({ event }) => isAnnouncing(event.step));
  const sides = new Set<number>();
  for (const { event } of declared.length > 0 ? declared : openers) {
    for (const actor of event.actors) {
      const declares = actor.role === 'party' || actor.role === 'initiator';
      const side = declares || agreed ? sideOf(actor) : -1;
      if (actor.role !== 'mediator' && side >= 0) sides.add(side);
    }
  }
  const isMutual = agreed || declared.length === 0;
  if (isMutual && sides.size < 2 && definition.sides.length === 2) {
    sides.add(0).add(1);
  }
  const kind: Life['kind'] =
    sides.size > 2 ? 'multilateral' : isMutual || sides.size > 1 ? 'bilateral' : 'unilateral';
  return { kind, sides: [...sides].sort((a, b) => a - b) };
}
