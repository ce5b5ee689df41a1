import type { EventRef, Interval } from '@trucewatch/schema';
import { isSameScope } from './ceasefires/scope.ts';
import { type Change, inOrder } from './changes.ts';
import { lowest } from './lowest.ts';
import { day, instant } from './range.ts';
import { initial, type Status, transition } from './transition.ts';

/**
 * A status that began at an instant, epoch milliseconds UTC, with the events that made it: first those of the rule that
 * it is named after, which was the last of several at one instant.
 */
interface Turn {
  readonly at: number;
  readonly status: Status;
  readonly because: readonly EventRef[];
}

/** With more changes than this at once, all are sorted and folded anew. */
const manyAtOnce = 200;

/**
 * The course of one conflict's status: its changes in order of happening, folded into turns. Changes may be taken out
 * and put in anywhere; what is folded anew ends where the status is again what it was before, so that a further
 * report costs no more the longer the history is.
 */
export class Course {
  private changes: Change[] = [];
  /** The status after each change; undefined for one just put in. */
  private statuses: (Status | undefined)[] = [];
  private readonly turns: Turn[] = [];

  get first(): Change | undefined {
    return this.changes[0];
  }

  replace(out: readonly Change[], put: readonly Change[]): void {
    if (out.length + put.length > manyAtOnce + this.changes.length / 16) {
      const gone = new Set(out);
      this.changes = [...this.changes.filter((change) => !gone.has(change)), ...put].sort(inOrder);
      this.statuses = this.changes.map(() => undefined);
      this.fold(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
      return;
    }
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    const touch = ({ at }: Change) => {
      from = Math.min(from, at);
      to = Math.max(to, at);
    };
    for (const change of out) {
      let place = this.placeOf(change);
      while (this.changes[place] !== change && place < this.changes.length) place++;
      if (place === this.changes.length) continue;
      this.changes.splice(place, 1);
      this.statuses.splice(place, 1);
      touch(change);
    }
    for (const change of put) {
      const place = this.placeOf(change);
      this.changes.splice(place, 0, change);
      this.statuses.splice(place, 0, undefined);
      touch(change);
    }
    if (from <= to) this.fold(from, to);
  }

  /** The first position whose change does not come before this one. */
  private placeOf(change: Change): number {
    return lowest(this.changes, (other) => inOrder(other, change) >= 0);
  }

  /** Folds the changes from one instant on, at least to another and then until nothing differs any more. */
  private fold(from: number, to: number): void {
    let index = lowest(this.changes, ({ at }) => at >= from);
    let status = this.statuses[index - 1] ?? initial;
    const turns: Turn[] = [];
    let end = Number.POSITIVE_INFINITY;
    while (index < this.changes.length) {
      const at = this.changes[index]?.at ?? 0;
      const before = status;
      const because: (readonly EventRef[])[] = [];
      let old: Status | undefined;
      for (; this.changes[index]?.at === at; index++) {
        const change = this.changes[index] as Change;
        const next = transition(status, change);
        if (next !== status && !isSame(next, status)) because.unshift(change.because);
        status = next;
        old = this.statuses[index];
        this.statuses[index] = status;
      }
      if (!isSame(before, status)) turns.push({ at, status, because: distinct(because.flat()) });
      if (at > to && old && isEqual(old, status)) {
        end = at;
        break;
      }
    }
    const first = lowest(this.turns, ({ at }) => at >= from);
    const last = lowest(this.turns, ({ at }) => at > end);
    this.turns.splice(first, last - first, ...turns);
  }

  /** The status at an instant, epoch milliseconds UTC, as an interval; null before the first change. */
  at(when: number): Interval | null {
    const place = lowest(this.turns, ({ at }) => at > when);
    const turn = this.turns[place - 1];
    return turn ? intervalOf(turn, this.turns[place]) : null;
  }

  /**
   * The intervals: gap-free, the last one open. `first` is the event that opens the timeline; what lies after `end`
   * (epoch milliseconds UTC, null for no end) is left out.
   */
  intervals(first: { at: number; because: EventRef } | null, end: number | null): Interval[] {
    const turns = end === null ? this.turns : this.turns.filter(({ at }) => at <= end);
    const opens = first && first.at <= (end ?? first.at) && turns[0]?.at !== first.at;
    const all: readonly Turn[] = opens
      ? [{ at: first.at, status: initial, because: [first.because] }, ...turns]
      : turns;
    return all.map((turn, index) => intervalOf(turn, all[index + 1]));
  }
}

/** How far past an instant is looked first for what ends its status. */
const soon = 28 * day;

/** The status at an instant by the changes from another one on, epoch milliseconds UTC; null before the first. */
export function statusBy(changes: readonly Change[], from: number, at: number): Interval | null {
  const within = (to: number) => {
    const course = new Course();
    course.replace(
      [],
      changes.filter((change) => change.at >= from && change.at <= to),
    );
    return course.at(at);
  };
  // What comes later only says when the status ended, and mostly that is soon.
  const found = within(at + soon);
  return found?.to === null ? within(Number.POSITIVE_INFINITY) : found;
}

function intervalOf({ at, status, because }: Turn, next: Turn | undefined): Interval {
  const { formal, compliance, ceasefireId, rule } = status;
  const to = next ? instant(next.at) : null;
  return { from: instant(at), to, formal, compliance, ceasefireId, because: [...because], rule };
}

function isSame(a: Status, b: Status): boolean {
  return a.formal === b.formal && a.compliance === b.compliance && a.ceasefireId === b.ceasefireId;
}

/** Whether everything that follows from the two is the same. */
function isEqual(a: Status, b: Status): boolean {
  if (a === b) return true;
  const { accused } = b;
  return (
    isSame(a, b) &&
    isSameScope(a.scope, b.scope) &&
    a.accused.length === accused.length &&
    a.accused.every((side, index) => side === accused[index])
  );
}

/** Each event once. */
export function distinct(refs: readonly EventRef[]): EventRef[] {
  if (refs.length < 2) return [...refs];
  return [...new Map(refs.map((ref) => [`${ref.articleId}\n${ref.eventId}`, ref])).values()];
}
