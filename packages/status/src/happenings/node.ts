import { byText } from '../compare.ts';
import type { Told } from '../told.ts';
import type { Traits } from './traits.ts';

/** An event in the index, with the events that it may be one with. */
export interface Node {
  readonly told: Told;
  readonly traits: Traits;
  readonly priority: number;
  /** Events near it whose likeness reaches the threshold, the likest first. */
  readonly near: Edge[];
  group: Group | null;
  /** The event by which it joined its group; null for the first of a group. */
  via: Node | null;
  isByPerson: boolean;
  /** It is to be placed anew. */
  isMarked: boolean;
  /** Another event of its article differs from it by its id only. */
  isTwin: boolean;
}

export interface Edge {
  readonly node: Node;
  readonly likeness: number;
}

/** The events of one happening. */
export interface Group {
  readonly members: Node[];
}

/** Below 0 when `a` is placed before `b`: a total order that depends on nothing but the two events. */
export function byPriority(a: Node, b: Node): number {
  return a.priority - b.priority || byText(a.told.key, b.told.key);
}

/** Keeps the likest first; of equally like ones that which is placed first. */
export function insertEdge(edges: Edge[], edge: Edge): void {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byLikeness(edges[middle] as Edge, edge) <= 0) low = middle + 1;
    else high = middle;
  }
  edges.splice(low, 0, edge);
}

function byLikeness(a: Edge, b: Edge): number {
  return b.likeness - a.likeness || byPriority(a.node, b.node);
}
