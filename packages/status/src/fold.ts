import type { EventRef, Interval } from '@trucewatch/schema';
import type { Change } from './changes.ts';
import { instant } from './range.ts';
import { initial, type Status, transition } from './transition.ts';

/**
 * The intervals of one conflict: gap-free, each with the events that made it and the rule that they met.
 * `first` is the event that opens the timeline, `changes` are in order of happening; what lies after `end`
 * (epoch milliseconds UTC, null for no end) is left out. The last interval stays open.
 */
export function fold(
  first: { at: number; because: EventRef } | null,
  changes: readonly Change[],
  end: number | null,
): Interval[] {
  const intervals: Interval[] = [];
  let state: Status = initial;
  if (first && first.at <= (end ?? first.at)) intervals.push(interval(first.at, state, [first.because]));
  let index = 0;
  while (index < changes.length) {
    const at = changes[index]?.at ?? 0;
    if (end !== null && at > end) break;
    const before = state;
    const because: EventRef[] = [];
    for (; changes[index]?.at === at; index++) {
      const change = changes[index] as Change;
      const next = transition(state, change);
      if (next === state) continue;
      if (!isSame(next, state)) because.push(...change.because);
      state = next;
    }
    if (!isSame(before, state)) append(intervals, interval(at, state, distinct(because)));
  }
  return intervals;
}

function isSame(a: Status, b: Status): boolean {
  return a.formal === b.formal && a.compliance === b.compliance && a.ceasefireId === b.ceasefireId;
}

function interval(
  at: number,
  { formal, compliance, ceasefireId, rule }: Status,
  because: EventRef[],
): Interval {
  return { from: instant(at), to: null, formal, compliance, ceasefireId, because, rule };
}

/** Closes the last interval where the next begins; one that would last no time gives way to it. */
function append(intervals: Interval[], next: Interval): void {
  const last = intervals.at(-1);
  if (last?.from === next.from) intervals.pop();
  else if (last) last.to = next.from;
  intervals.push(next);
}

function distinct(refs: readonly EventRef[]): EventRef[] {
  return [...new Map(refs.map((ref) => [`${ref.articleId}\n${ref.eventId}`, ref])).values()];
}
