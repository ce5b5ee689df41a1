import { areApart } from './compare.ts';
import type { Constraints } from './decisions.ts';
import { byPriority, type Group, type Node } from './node.ts';
import { choose, type SetOfNode } from './placing.ts';
import { PriorityQueue } from './priority-queue.ts';

/**
 * Which event stands in which happening. After a change only the events are placed anew that the change can reach:
 * each placing looks at events of higher priority alone, so they are taken by priority, and each once.
 */
export class Placement {
  readonly groups = new Set<Group>();
  constraints: Constraints;
  readonly #setOfNode: SetOfNode;
  readonly #onChange: (group: Group) => void;
  #marked: Node[] = [];

  constructor(constraints: Constraints, setOfNode: SetOfNode, onChange: (group: Group) => void) {
    this.constraints = constraints;
    this.#setOfNode = setOfNode;
    this.#onChange = onChange;
  }

  /** The event is to be placed anew. */
  mark(node: Node): void {
    if (node.isMarked) return;
    node.isMarked = true;
    this.#marked.push(node);
  }

  /** Takes an event out of its happening and out of what is to be placed. */
  leave(node: Node): void {
    this.#refuse(node, []);
    this.#move(node, null);
    if (node.isMarked) this.#marked.splice(this.#marked.indexOf(node), 1);
  }

  /** Another decision speaks of the event: it, and those for whom its word in its happening counts otherwise now. */
  reconsider(node: Node): void {
    this.mark(node);
    for (const fellow of this.#setOfNode(node) ?? []) this.mark(fellow);
    if (!node.group) return;
    this.#markContradicted(node, node.group);
    this.#markRefused(node, node.group);
  }

  /** The event has come into a happening: whoever likes it better than its own choice, or is contradicted by it. */
  #markAfterJoining(node: Node, group: Group): void {
    for (let index = 0; index < node.near.length; index++) {
      const other = node.near[index] as Node;
      if (byPriority(other, node) > 0 && prefers(other, node, node.likeness[index] as number))
        this.mark(other);
    }
    this.#markContradicted(node, group);
    this.#markFellows(node);
  }

  /** The event has left a happening: whoever joined by it, and whom the happening had refused. */
  #markAfterLeaving(node: Node, group: Group): void {
    for (const other of node.near) if (other.via === node) this.mark(other);
    this.#markRefused(node, group);
    this.#markFellows(node);
  }

  #markContradicted(node: Node, { members }: Group): void {
    const { areApart: areParted, setOf, keys } = this.constraints;
    const set = keys.size > 0 ? setOf(node.told.key) : '';
    for (const member of members) {
      if (byPriority(member, node) <= 0) continue;
      const isParted = keys.size > 0 && areParted(set, setOf(member.told.key));
      if (isParted || areApart(member.traits, node.traits)) this.mark(member);
    }
  }

  #markRefused(node: Node, { refused }: Group): void {
    for (const other of refused ?? []) if (byPriority(other, node) > 0) this.mark(other);
  }

  #markFellows(node: Node): void {
    for (const fellow of this.#setOfNode(node) ?? []) if (byPriority(fellow, node) > 0) this.mark(fellow);
  }

  /** Places what is marked and what follows from it. */
  settle(nodes: ReadonlyMap<string, Node>): void {
    // With much of the index to be placed anew all of it is: finding out what follows would cost more than it saves.
    if (this.#marked.length * 4 > nodes.size) {
      this.#placeAll(nodes);
      return;
    }
    const queue = new PriorityQueue();
    for (;;) {
      for (const node of this.#marked) queue.put(node);
      this.#marked = [];
      const node = queue.take();
      if (!node) return;
      node.isMarked = false;
      this.#place(node);
    }
  }

  #placeAll(nodes: ReadonlyMap<string, Node>): void {
    for (const group of this.groups) {
      group.members.length = 0;
      this.#onChange(group);
    }
    this.groups.clear();
    this.#marked = [];
    const ordered = inPriority([...nodes.values()]);
    for (const node of ordered) {
      node.group = null;
      node.isMarked = false;
      node.refusals = [];
    }
    for (const node of ordered) {
      const chosen = this.#choose(node);
      if (chosen) chosen.members.push(node);
      node.group = chosen ?? { members: [node], refused: null };
      if (!chosen) this.groups.add(node.group);
    }
    for (const group of this.groups) this.#onChange(group);
  }

  #place(node: Node): void {
    const { via: oldVia, isByPerson: wasByPerson, group: old } = node;
    const chosen = this.#choose(node);
    if (old && (node.via !== oldVia || node.isByPerson !== wasByPerson)) this.#onChange(old);
    const isAlready = chosen ? chosen === old : old !== null && oldVia === null;
    if (!isAlready) this.#move(node, chosen ?? { members: [], refused: null });
  }

  /** Chooses anew; the happening chosen, or null for one of its own. */
  #choose(node: Node): Group | null {
    const { via, likeness, isByPerson, refusals } = choose(node, this.constraints, this.#setOfNode);
    if (node.via !== via || node.isByPerson !== isByPerson) node.link = null;
    node.via = via;
    node.viaLikeness = likeness;
    node.isByPerson = isByPerson;
    this.#refuse(node, refusals);
    return via?.group ?? null;
  }

  #refuse(node: Node, refusals: readonly Group[]): void {
    for (const group of node.refusals) group.refused?.delete(node);
    for (const group of refusals) group.refused = (group.refused ?? new Set()).add(node);
    node.refusals = refusals;
  }

  #move(node: Node, group: Group | null): void {
    const old = node.group;
    if (old) {
      old.members.splice(old.members.indexOf(node), 1);
      this.#onChange(old);
      if (old.members.length === 0) this.groups.delete(old);
      this.#markAfterLeaving(node, old);
    }
    node.group = group;
    if (!group) return;
    this.#markAfterJoining(node, group);
    group.members.push(node);
    this.#onChange(group);
    this.groups.add(group);
  }
}

/** Whether an event may now choose another one: it likes it better than the one by which it joined, or as well and sooner. */
function prefers(event: Node, other: Node, likeness: number): boolean {
  const { via, viaLikeness, isByPerson } = event;
  if (isByPerson) return false;
  return via === null || likeness > viaLikeness || (likeness === viaLikeness && byPriority(other, via) < 0);
}

/** Sorted by priority; numbers side by side sort faster than events that lie all over the memory. */
function inPriority(nodes: readonly Node[]): Node[] {
  const priorities = Float64Array.from(nodes, ({ priority }) => priority);
  const order = Uint32Array.from(nodes.keys()).sort((a, b) => {
    const difference = (priorities[a] as number) - (priorities[b] as number);
    return difference || byPriority(nodes[a] as Node, nodes[b] as Node);
  });
  return Array.from(order, (index) => nodes[index] as Node);
}
