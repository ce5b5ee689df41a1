import { byPriority, type Node } from './node.ts';

/** A binary heap of events, taken out by priority. */
export class PriorityQueue {
  readonly #heap: Node[] = [];

  put(node: Node): void {
    const heap = this.#heap;
    let index = heap.push(node) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (byPriority(heap[parent] as Node, node) <= 0) break;
      heap[index] = heap[parent] as Node;
      index = parent;
    }
    heap[index] = node;
  }

  take(): Node | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let index = 0;
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      const right = heap[child + 1];
      if (right && byPriority(right, heap[child] as Node) < 0) child++;
      if (byPriority(heap[child] as Node, last) >= 0) break;
      heap[index] = heap[child] as Node;
      index = child;
    }
    heap[index] = last;
    return first;
  }
}
