import { type ConflictDefinition, knownConflicts } from './known.ts';
import { push } from './lists.ts';
import { wordsOf } from './names.ts';
import { remembered } from './remembered.ts';

/** One side of one conflict; `conflict` and `side` are positions in the list that the reader was made of. */
export interface SideMatch {
  readonly conflict: number;
  readonly side: number;
}

/** An actor as far as it tells on which side it stands. */
export interface Named {
  readonly id?: string | undefined;
  readonly name: string;
}

/** Which sides of which conflicts an actor stands on: at most one of each conflict. */
export type SideReader = (actor: Named) => readonly SideMatch[];

/** The side of one certain conflict that an actor stands on, or -1. */
export type SideOf = (actor: Named) => number;

/** The text in which the names of sides are looked for. */
export function textOf({ id, name }: Named): string {
  return id?.startsWith('group:') ? `${id.slice(6)} ${name}` : name;
}

interface Alias extends SideMatch {
  readonly words: readonly string[];
}

/** Ids and names of the sides of some conflicts, which stand in a row of conflicts from a position on. */
class Sides {
  private readonly byId = new Map<string, SideMatch[]>();
  private readonly byFirstWord = new Map<string, Alias[]>();

  constructor(conflicts: readonly ConflictDefinition[], from: number) {
    for (const [index, definition] of conflicts.entries()) {
      const conflict = from + index;
      for (const [side, { actors, names }] of definition.sides.entries()) {
        for (const id of actors) push(this.byId, id, { conflict, side });
        for (const name of names) {
          const words = wordsOf(name);
          if (words[0]) push(this.byFirstWord, words[0], { conflict, side, words });
        }
      }
    }
  }

  ofId(id: string): readonly SideMatch[] {
    return this.byId.get(id) ?? [];
  }

  /** In each conflict the side with the longest alias that the text holds as whole words, the first one where two are as long. */
  readonly in = remembered((text: string): readonly SideMatch[] => {
    const words = wordsOf(text);
    const best = new Map<number, Alias>();
    for (const [start, word] of words.entries()) {
      for (const alias of this.byFirstWord.get(word) ?? []) {
        const known = best.get(alias.conflict);
        if (known && known.words.length >= alias.words.length) continue;
        if (alias.words.every((part, offset) => words[start + offset] === part)) {
          best.set(alias.conflict, alias);
        }
      }
    }
    return [...best.values()].map(({ conflict, side }) => ({ conflict, side }));
  });
}

/**
 * A canonical id decides alone where it belongs to a side; otherwise the name does, by the longest alias in it ("Syrian
 * Democratic Forces" is not Syria's government).
 */
function readerOf(...parts: readonly Sides[]): SideReader {
  /** What was read before, by id and name; forgotten all at once when it is too much. */
  const read = new Map<string | undefined, Map<string, readonly SideMatch[]>>();
  let size = 0;
  return (actor) => {
    let named = read.get(actor.id);
    if (!named) {
      named = new Map();
      read.set(actor.id, named);
    }
    let matches = named.get(actor.name);
    if (!matches) {
      const { id } = actor;
      const ofId = id ? parts.flatMap((part) => part.ofId(id)) : [];
      matches = ofId.length > 0 ? ofId : parts.flatMap((part) => part.in(textOf(actor)));
      named.set(actor.name, matches);
      size++;
      if (size >= most) {
        read.clear();
        size = 0;
      }
    }
    return matches;
  };
}

const most = 100_000;
const known = new Sides(knownConflicts, 0);

/** Sides of the known conflicts, at their positions there. */
export const knownSides = readerOf(known);

/** Sides of the known conflicts, and of further ones at the positions after them. */
export function sidesBesideKnown(conflicts: readonly ConflictDefinition[]): SideReader {
  return conflicts.length === 0 ? knownSides : readerOf(known, new Sides(conflicts, knownConflicts.length));
}

/** Sides of one conflict, at position 0. */
export function sidesOf(conflict: ConflictDefinition): SideReader {
  return readerOf(new Sides([conflict], 0));
}
