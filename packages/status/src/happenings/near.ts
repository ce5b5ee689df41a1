import { day } from '../range.ts';
import { likeness } from './compare.ts';
import type { Node } from './node.ts';
import { CloseTowns } from './towns.ts';
import type { PlaceTrait } from './traits.ts';
import { rounding, threshold } from './weights.ts';

/** Two days are more than two reports of one happening may lie apart. */
const window = 2 * day;

/** The events of one kind and one UTC day: those in a town by town, and all others. */
interface Day {
  readonly towns: Map<number, Node[]>;
  readonly open: Node[];
}

/** Events by kind, day and town: whom a new event may be one with. */
export class NearEvents {
  readonly #kinds = new Map<number, Map<number, Day>>();
  readonly #close = new CloseTowns();

  /** Puts an event in and links it with those it may be one with. */
  add(node: Node): void {
    const { kind, at } = node.traits;
    if (at === null || !canJoin(node)) return;
    let days = this.#kinds.get(kind);
    if (!days) {
      days = new Map();
      this.#kinds.set(kind, days);
    }
    const town = townOf(node);
    const close = town && this.#close.to(town.town, town.place);
    const today = Math.floor(at / day);
    for (let date = today - 2; date <= today + 2; date++) {
      const others = days.get(date);
      if (!others) continue;
      link(node, others.open);
      if (close) for (const one of close) link(node, others.towns.get(one));
      else for (const list of others.towns.values()) link(node, list);
    }
    const list = listOf(days, today, town?.town ?? null);
    list.push(node);
  }

  /** Takes an event out, and its links with it. */
  remove(node: Node): void {
    const { kind, at } = node.traits;
    const days = this.#kinds.get(kind);
    if (at === null || !days || !canJoin(node)) return;
    const list = listOf(days, Math.floor(at / day), townOf(node)?.town ?? null);
    list.splice(list.indexOf(node), 1);
    for (const other of node.near) {
      const place = other.near.indexOf(node);
      other.near.splice(place, 1);
      other.likeness.splice(place, 1);
    }
  }
}

function link(node: Node, others: readonly Node[] | undefined): void {
  if (!others) return;
  const at = node.traits.at as number;
  for (const other of others) {
    if (Math.abs((other.traits.at as number) - at) > window) continue;
    const score = likeness(node.traits, other.traits);
    if (score < threshold - rounding) continue;
    node.near.push(other);
    node.likeness.push(score);
    other.near.push(node);
    other.likeness.push(score);
  }
}

function listOf(days: Map<number, Day>, date: number, town: number | null): Node[] {
  let found = days.get(date);
  if (!found) {
    found = { towns: new Map(), open: [] };
    days.set(date, found);
  }
  if (town === null) return found.open;
  const list = found.towns.get(town) ?? [];
  found.towns.set(town, list);
  return list;
}

/** The town of an event whose place tells it apart from those elsewhere; null where it may be one with any. */
function townOf({ traits: { place, hasScene } }: Node): { town: number; place: PlaceTrait } | null {
  return hasScene && place && place.town !== null ? { town: place.town, place } : null;
}

/** What is denied, feared or demanded is no happening that others could tell of too. */
function canJoin({ told }: Node): boolean {
  return told.event.reality !== 'negated' && told.event.reality !== 'hypothetical';
}
