import type { PartName } from '../document.ts';

/** An actor as an argument of an event: the name as the text has it, and where it stands. */
export interface ActorRef {
  id?: string;
  name: string;
  part: PartName;
  start: number;
  end: number;
  /** Named by a rule ("both sides", "it"), not by the words of the event's own sentence. */
  resolvedBy?: string;
}

/** Whether two references mean the same side: by identity, else by name. */
export function sameActor(a: ActorRef, b: ActorRef): boolean {
  return a.id !== undefined && b.id !== undefined
    ? a.id === b.id
    : a.name.toLowerCase() === b.name.toLowerCase();
}

/** Adds those that are not there yet. */
export function union(into: ActorRef[], more: readonly ActorRef[]): ActorRef[] {
  for (const actor of more) if (!into.some((known) => sameActor(known, actor))) into.push(actor);
  return into;
}
