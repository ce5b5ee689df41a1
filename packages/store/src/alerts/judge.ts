import type { Compliance, FormalStatus, StatusAxis, StatusValue } from '@trucewatch/schema';

export const axes = ['formal', 'compliance'] as const satisfies readonly StatusAxis[];

/** The stretch of one value on one axis that holds now. Times in epoch milliseconds UTC. */
export interface Stretch<Value> {
  value: Value;
  since: number;
  /** When the last of the articles that made it came out, no finer than they say; null when it rests on none. */
  published: { earliest: number; latest: number } | null;
}
export interface Present {
  formal: Stretch<FormalStatus>;
  compliance: Stretch<Compliance>;
}

/** What a subscription knows of a conflict. */
export interface Told {
  formal: FormalStatus;
  compliance: Compliance;
  /** What came out or took effect later is new to it. */
  knownAt: number;
  /** Whether a message was ever sent of it. */
  isTold: boolean;
  /** A status that late news made of it, since when. */
  late: { formal: string; compliance: string; at: number } | null;
}

export type Verdict =
  | { is: 'same' }
  /** Noted without a message. */
  | { is: 'noted'; knownAt: number }
  /** Late news: told when it still stands after a while. */
  | { is: 'held' }
  | { is: 'changed' | 'corrected'; axes: StatusAxis[]; knownAt: number };

/** Milliseconds that late news must have stood before what was told is corrected: an archive that is read in says many things. */
export const holdFor = 900_000;

/**
 * Whether a present status is news to a subscription. It is when it began, or what made it came out, after what was
 * told last. Otherwise late news has rewritten the past: then a message that was sent is corrected, once it is clear that
 * it stays so; and where nothing was sent, nothing is. `now`: epoch milliseconds.
 */
export function judge(
  told: Told,
  present: Present,
  wanted: { axis: StatusAxis | null; values: readonly StatusValue[] },
  now: number,
): Verdict {
  const changed = axes.filter((axis) => present[axis].value !== told[axis]);
  if (changed.length === 0) return { is: 'same' };
  const isNews = changed.some((axis) => {
    const { since, published } = present[axis];
    return since > told.knownAt || (published !== null && published.latest > told.knownAt);
  });
  const isWanted = (axis: StatusAxis) =>
    (wanted.axis === null || wanted.axis === axis) &&
    (wanted.values.length === 0 ||
      wanted.values.includes(present[axis].value) ||
      (!isNews && wanted.values.includes(told[axis])));
  const tellable = changed.filter(isWanted);
  const known = changed.flatMap((axis) => [present[axis].since, present[axis].published?.earliest ?? 0]);
  const knownAt = Math.max(told.knownAt, Math.min(now, Math.max(...known)));

  if (isNews)
    return tellable.length > 0 ? { is: 'changed', axes: tellable, knownAt } : { is: 'noted', knownAt };
  if (tellable.length === 0 || !told.isTold) return { is: 'noted', knownAt: told.knownAt };
  const { late } = told;
  const isStill =
    late !== null && axes.every((axis) => late[axis] === present[axis].value) && late.at <= now - holdFor;
  return isStill ? { is: 'corrected', axes: tellable, knownAt: told.knownAt } : { is: 'held' };
}
