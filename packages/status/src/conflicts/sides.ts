import { type ConflictDefinition, knownConflicts } from './known.ts';
import { wordsOf } from './names.ts';

/** One side of one conflict; `conflict` and `side` are positions in the list that the reader was made of. */
export interface SideMatch {
  readonly conflict: number;
  readonly side: number;
}

/** Which sides of which conflicts an actor stands on: at most one of each conflict. */
export type SideReader = (actor: { id?: string | undefined; name: string }) => readonly SideMatch[];

/** The side of one certain conflict that an actor stands on, or -1. */
export type SideOf = (actor: { id?: string | undefined; name: string }) => number;

interface Alias extends SideMatch {
  readonly words: readonly string[];
}

/**
 * A reader of sides. A canonical id decides alone where it belongs to a side; otherwise the name does:
 * in each conflict the longest alias found in it as whole words, the first one where two are as long
 * ("Syrian Democratic Forces" is not Syria's government).
 */
export function sideReader(conflicts: readonly ConflictDefinition[]): SideReader {
  const byId = new Map<string, SideMatch[]>();
  const byFirstWord = new Map<string, Alias[]>();
  for (const [conflict, definition] of conflicts.entries()) {
    for (const [side, { actors, names }] of definition.sides.entries()) {
      for (const id of actors) push(byId, id, { conflict, side });
      for (const name of names) {
        const words = wordsOf(name);
        if (words[0]) push(byFirstWord, words[0], { conflict, side, words });
      }
    }
  }
  /** What was read before, by id and name. */
  const read = new Map<string | undefined, Map<string, readonly SideMatch[]>>();
  return ({ id, name }) => {
    const ofId = id && byId.get(id);
    if (ofId) return ofId;
    let named = read.get(id);
    if (!named) {
      named = new Map();
      read.set(id, named);
    }
    let matches = named.get(name);
    if (!matches) {
      matches = byName(id?.startsWith('group:') ? `${id.slice(6)} ${name}` : name);
      named.set(name, matches);
    }
    return matches;
  };

  function byName(name: string): SideMatch[] {
    const words = wordsOf(name);
    const best = new Map<number, Alias>();
    for (const [start, word] of words.entries()) {
      for (const alias of byFirstWord.get(word) ?? []) {
        const known = best.get(alias.conflict);
        if (known && known.words.length >= alias.words.length) continue;
        if (alias.words.every((part, offset) => words[start + offset] === part)) {
          best.set(alias.conflict, alias);
        }
      }
    }
    return [...best.values()].map(({ conflict, side }) => ({ conflict, side }));
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Sides of the known conflicts, at their positions there. */
export const knownSides = sideReader(knownConflicts);
