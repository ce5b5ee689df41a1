import { areApart } from './compare.ts';
import type { Constraints } from './decisions.ts';
import { byPriority, type Group, type Node } from './node.ts';

/** Where an event belongs: the event by which it joins a happening, or null where it begins one of its own. */
export interface Choice {
  readonly via: Node | null;
  readonly likeness: number;
  readonly isByPerson: boolean;
  /** The happenings of likelier events that something in them forbids. */
  readonly refusals: readonly Group[];
}

/** The nodes of the set that people have put the event into, itself among them; null when it is in none. */
export type SetOfNode = (node: Node) => readonly Node[] | null;

/**
 * Places an event after all that come before it in priority: by the likest of those, in whose happening nothing
 * contradicts it. An event that people joined with others goes where the first of them went. The choice looks at
 * no event of lower priority: so the result is one and the same, whatever the order of arrival.
 */
export function choose(node: Node, constraints: Constraints, setOfNode: SetOfNode): Choice {
  const head = headOf(node, setOfNode);
  if (head !== node) return { via: head, likeness: 0, isByPerson: true, refusals: none };
  for (let refusals = none; ; ) {
    const via = likestOf(node, refusals);
    if (!via?.group || fits(node, via.group, constraints, setOfNode)) {
      const likeness = via ? (node.likeness[node.near.indexOf(via)] as number) : 0;
      return { via, likeness, isByPerson: false, refusals };
    }
    refusals = [...refusals, via.group];
  }
}

const none: readonly Group[] = [];

/** The likest event placed before this one; of equally like ones that which was placed first. */
function likestOf(node: Node, refused: readonly Group[]): Node | null {
  let best: Node | null = null;
  let most = 0;
  for (let index = 0; index < node.near.length; index++) {
    const other = node.near[index] as Node;
    const likeness = node.likeness[index] as number;
    if (likeness < most || other.group === null || byPriority(other, node) > 0) continue;
    if (best && likeness === most && byPriority(other, best) > 0) continue;
    if (refused.includes(other.group)) continue;
    best = other;
    most = likeness;
  }
  return best;
}

function headOf(node: Node, setOfNode: SetOfNode): Node {
  let head = node;
  for (const other of setOfNode(node) ?? []) if (byPriority(other, head) < 0) head = other;
  return head;
}

function fits(node: Node, group: Group, constraints: Constraints, setOfNode: SetOfNode): boolean {
  const isDecided = constraints.keys.size > 0;
  for (const member of group.members) {
    if (byPriority(member, node) >= 0) continue;
    if (isDecided && arePartedByPeople(member, node, constraints)) return false;
    // Whom a person put there may differ in everything: it does not speak for the others.
    if ((!isDecided || headOf(member, setOfNode) === member) && areApart(member.traits, node.traits))
      return false;
  }
  return true;
}

function arePartedByPeople(a: Node, b: Node, { areApart, setOf }: Constraints): boolean {
  return areApart(setOf(a.told.key), setOf(b.told.key));
}
