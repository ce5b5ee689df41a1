import type { CeasefireStep, EventRef } from '@trucewatch/schema';
import { isOneSidesWord, within } from './ceasefires/ending.ts';
import { isResumption, type Life } from './ceasefires/life.ts';
import { isVerified } from './ceasefires/mediators.ts';
import { isSameScope, type Scope } from './ceasefires/scope.ts';
import { isAnnouncing, isOpener, refsOf } from './ceasefires/telling.ts';
import { byText } from './compare.ts';
import type { SideOf } from './conflicts/sides.ts';
import { stepRank, type Told } from './told.ts';

/** Something that may move a status: a told step, or an instant that passes without a report. */
export interface Change {
  /** Epoch milliseconds UTC. */
  readonly at: number;
  readonly step: CeasefireStep | 'effect_time_passed' | 'stated_end_passed';
  /** The truce that it concerns; null when no known one. */
  readonly ceasefireId: string | null;
  /** For a truce being made: whether its start is known and lies after `at`, is reached, or is not known. */
  readonly start: 'later' | 'reached' | 'unknown';
  /** Whom and what the truce binds; null when no known one. */
  readonly scope: Scope | null;
  /** The truces that the one being made takes the place of, by id. */
  readonly takesOver: readonly string[];
  /** Sides accused, by position; -1 is a side that the report does not name. */
  readonly accused: readonly number[];
  /** Only one side says so, or says so of itself. */
  readonly isOneSidesWord: boolean;
  /** A third party confirms it. */
  readonly isVerified: boolean;
  readonly because: readonly EventRef[];
}

/** Everything told of one truce that may move a status. */
export function changesOfLife(life: Life): Change[] {
  return [...making(life), ...living(life), ...statedEnd(life)];
}

/** What is told of no known truce and may move a status all the same, or null. */
export function changeOfUnplaced(told: Told, sideOf: SideOf): Change | null {
  return told.at !== null && told.event.step ? reported(told, told.at, null, sideOf) : null;
}

/**
 * Changes that were folded before: what says the same as one of them is that very object, so that only what differs is
 * folded anew. Each is given once: two truces may be told of by the same event.
 */
export class Reusable {
  private readonly known: Map<string, Change[]>;

  constructor(before: readonly Change[]) {
    this.known = Map.groupBy(before, keyOf);
  }

  /** The earlier change that says the same, or null. */
  take(change: Change): Change | null {
    const list = this.known.get(keyOf(change));
    const at = list?.findIndex((other) => isSame(other, change)) ?? -1;
    return at < 0 ? null : (list?.splice(at, 1)[0] ?? null);
  }

  /** Those that nothing took. */
  rest(): Change[] {
    return [...this.known.values()].flat();
  }
}

function isSame(a: Change, b: Change): boolean {
  return (
    a.at === b.at &&
    a.step === b.step &&
    a.start === b.start &&
    isSameScope(a.scope, b.scope) &&
    a.takesOver.join() === b.takesOver.join() &&
    a.isOneSidesWord === b.isOneSidesWord &&
    a.isVerified === b.isVerified &&
    a.accused.length === b.accused.length &&
    a.accused.every((side, index) => side === b.accused[index])
  );
}

/** Orders changes by when they happened, then as a truce lives through them, then by identity. */
export function inOrder(a: Change, b: Change): number {
  return a.at - b.at || rank(a) - rank(b) || byText(keyOf(a), keyOf(b));
}

function rank({ step }: Change): number {
  if (step === 'effect_time_passed') return stepRank('took_effect');
  // What ends by its own terms ends before anything new is made at that instant.
  return step === 'stated_end_passed' ? -1 : stepRank(step);
}

function keyOf({ ceasefireId, because }: Change): string {
  return [ceasefireId, ...because.map(({ articleId, eventId }) => `${articleId}\n${eventId}`)].join('\n');
}

function making(life: Life): Change[] {
  const { announcedAt, effectAt, openers } = life;
  if (announcedAt === null) return [];
  const announcing = openers.filter(({ event }) => isAnnouncing(event.step));
  const reports = openers.filter(({ event }) => event.step === 'took_effect' && event.reality === 'actual');
  const because = refsOf(announcing.length > 0 ? announcing : openers);
  const start = effectAt === null ? 'unknown' : effectAt > announcedAt ? 'later' : 'reached';
  const step = announcing.every(({ event }) => event.step === 'declared') ? 'declared' : 'agreed';
  const { takesOver } = life;
  const made: Change = { ...blank(life), at: announcedAt, step, start, takesOver, because };
  if (effectAt === null) return [made];
  const effect: Change =
    reports.length > 0
      ? { ...blank(life), at: effectAt, step: 'took_effect', because: refsOf(reports) }
      : { ...blank(life), at: effectAt, step: 'effect_time_passed', because };
  return [made, effect];
}

function living(life: Life): Change[] {
  return life.told.flatMap((told) => {
    const at = within(life, told);
    const isMaking = isOpener(told) && told.event.step !== 'extended' && !isResumption(life.told, told);
    return at === null || isMaking ? [] : [reported(told, at, life, life.sideOf)];
  });
}

function statedEnd(life: Life): Change[] {
  const { until, supersededAt, openers } = life;
  if (!until || life.announcedAt === null || (supersededAt !== null && until.latest >= supersededAt))
    return [];
  const because = refsOf(openers.filter(({ event }) => event.until));
  return [{ ...blank(life), at: until.latest, step: 'stated_end_passed', because }];
}

function reported({ event, ref }: Told, at: number, life: Life | null, sideOf: SideOf): Change {
  const accused = event.actors.filter(({ role }) => role === 'initiator').map(sideOf);
  return {
    ...blank(life),
    at,
    step: event.step ?? 'called_for',
    accused: event.step === 'violated' ? (accused.length > 0 ? accused : [-1]) : [],
    isOneSidesWord: isOneSidesWord(event, sideOf),
    isVerified: isVerified(event, sideOf),
    because: [ref],
  };
}

function blank(life: Life | null) {
  return {
    // A truce that nothing dates cannot stand on the timeline; what is told of it still can.
    ceasefireId: life && life.announcedAt !== null ? life.id : null,
    scope: life?.scope ?? null,
    start: 'unknown',
    takesOver: [],
    accused: [],
    isOneSidesWord: false,
    isVerified: false,
  } as const;
}
