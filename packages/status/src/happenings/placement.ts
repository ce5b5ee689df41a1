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

  /** Takes an event out of its happening; those whom it led or kept away are placed anew. */
  leave(node: Node): void {
    this.touch(node);
    if (node.isMarked) this.#marked.splice(this.#marked.indexOf(node), 1);
    this.#move(node, null);
  }

  /** Marks all events whose place may depend on that of this one. */
  touch(node: Node): void {
    this.#markAfter(node, node);
    for (const member of node.group?.members ?? []) this.#markAfter(node, member);
    for (const fellow of this.#setOfNode(node) ?? []) if (byPriority(fellow, node) > 0) this.mark(fellow);
  }

  #markAfter(changed: Node, { near }: Node): void {
    for (const node of near) if (byPriority(node, changed) > 0) this.mark(node);
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
    }
    for (const node of ordered) {
      const { via, isByPerson } = choose(node, this.constraints, this.#setOfNode);
      node.via = via;
      node.isByPerson = isByPerson;
      node.group = via?.group ?? { members: [] };
      node.group.members.push(node);
      if (!via) this.groups.add(node.group);
    }
    for (const group of this.groups) this.#onChange(group);
  }

  #place(node: Node): void {
    const { via, isByPerson } = choose(node, this.constraints, this.#setOfNode);
    const isAlready = via ? via.group === node.group : node.group !== null && node.via === null;
    const isOtherLink = node.via !== via || node.isByPerson !== isByPerson;
    if (isOtherLink && node.group) this.#onChange(node.group);
    node.via = via;
    node.isByPerson = isByPerson;
    if (isAlready) return;
    this.touch(node);
    this.#move(node, via ? via.group : { members: [] });
    this.touch(node);
  }

  #move(node: Node, group: Group | null): void {
    const old = node.group;
    if (old) {
      old.members.splice(old.members.indexOf(node), 1);
      this.#onChange(old);
      if (old.members.length === 0) this.groups.delete(old);
    }
    node.group = group;
    if (!group) return;
    group.members.push(node);
    this.#onChange(group);
    this.groups.add(group);
  }
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
