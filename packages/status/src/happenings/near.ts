import { day } from '../range.ts';
import { likeness } from './compare.ts';
import { insertEdge, type Node } from './node.ts';
import { threshold } from './weights.ts';

/** Two days are more than two reports of one happening may lie apart. */
const window = 2 * day;

/** Events by kind and by the UTC day on which they stand: whom a new event may be one with. */
export class NearEvents {
  readonly #kinds = new Map<string, Map<number, Set<Node>>>();

  /** Puts an event in and links it with those it may be one with. */
  add(node: Node): void {
    const { kind, at } = node.traits;
    if (at === null || !canJoin(node)) return;
    let days = this.#kinds.get(kind);
    if (!days) {
      days = new Map();
      this.#kinds.set(kind, days);
    }
    const today = Math.floor(at / day);
    for (let date = today - 2; date <= today + 2; date++) {
      for (const other of days.get(date) ?? []) {
        if (Math.abs((other.traits.at ?? 0) - at) > window) continue;
        const score = likeness(node.traits, other.traits);
        if (score < threshold) continue;
        insertEdge(node.near, { node: other, likeness: score });
        insertEdge(other.near, { node, likeness: score });
      }
    }
    const list = days.get(today);
    if (list) list.add(node);
    else days.set(today, new Set([node]));
  }

  /** Takes an event out, and its links with it. */
  remove(node: Node): void {
    const { kind, at } = node.traits;
    if (at === null) return;
    const days = this.#kinds.get(kind);
    const today = Math.floor(at / day);
    const list = days?.get(today);
    list?.delete(node);
    if (list?.size === 0) days?.delete(today);
    for (const { node: other } of node.near) {
      other.near.splice(
        other.near.findIndex((edge) => edge.node === node),
        1,
      );
    }
  }
}

/** What is denied, feared or demanded is no happening that others could tell of too. */
function canJoin({ told }: Node): boolean {
  return told.event.reality !== 'negated' && told.event.reality !== 'hypothetical';
}
