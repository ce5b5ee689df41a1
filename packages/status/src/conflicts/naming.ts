import { type Act, isOf } from '@trucewatch/schema';
import { inForce } from '../acts/in-order.ts';

/** What people decided of provisional conflicts. */
export interface ConflictNaming {
  readonly names: ReadonlyMap<string, string>;
  /** Conflicts that are part of another one, by id. */
  readonly into: ReadonlyMap<string, string>;
}

export const noNaming: ConflictNaming = { names: new Map(), into: new Map() };

export function namingOf(acts: readonly Act[]): ConflictNaming {
  const names = new Map<string, string>();
  const into = new Map<string, string>();
  for (const act of inForce(acts)) {
    if (isOf(act, 'name_conflict')) names.set(act.decision.conflictId, act.decision.name);
    if (isOf(act, 'merge_conflict')) into.set(act.decision.conflictId, act.decision.into);
  }
  return { names, into };
}

/** Where a chain of merged conflicts ends; a circle leaves each as it is. */
export function lastOf(id: string, into: ReadonlyMap<string, string>): string {
  const met = new Set<string>();
  for (let at = id; ; ) {
    met.add(at);
    const next = into.get(at);
    if (next === undefined) return at;
    if (met.has(next)) return id;
    at = next;
  }
}

export function isSameNaming(a: ConflictNaming, b: ConflictNaming): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted({ names, into }: ConflictNaming) {
  return [[...names].sort(), [...into].sort()];
}
