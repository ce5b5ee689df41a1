import { byText } from '../compare.ts';
import type { Told } from '../told.ts';
import type { Link } from './happening.ts';
import type { Traits } from './traits.ts';

/** An event in the index, with the events that it may be one with. */
export interface Node {
  readonly told: Told;
  readonly traits: Traits;
  readonly priority: number;
  /** Events near it whose likeness reaches the threshold, in no order, and that likeness. */
  readonly near: Node[];
  readonly likeness: number[];
  group: Group | null;
  /** The event by which it joined its group; null for the first of a group. */
  via: Node | null;
  viaLikeness: number;
  /** Happenings it would have joined, had nothing in them contradicted it. */
  refusals: readonly Group[];
  /** Why it joined, as a person reads it; null until it is asked for. */
  link: Link | null;
  isByPerson: boolean;
  /** It is to be placed anew. */
  isMarked: boolean;
  /** Another event of its article differs from it by its id only. */
  isTwin: boolean;
}

/** The events of one happening. */
export interface Group {
  readonly members: Node[];
  /** Events that it contradicts and that might join it if some member left. */
  refused: Set<Node> | null;
}

/** Below 0 when `a` is placed before `b`: a total order that depends on nothing but the two events. */
export function byPriority(a: Node, b: Node): number {
  return a.priority - b.priority || byText(a.told.key, b.told.key);
}
