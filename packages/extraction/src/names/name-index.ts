import { fold } from './fold.ts';

/** A name found in a text, at UTF-16 offsets. */
export interface NameHit<T> {
  start: number;
  end: number;
  value: T;
}

interface Entry<T> {
  folded: string;
  /** Short names in capitals ("US", "EU") are matched in capitals only. */
  capitalsOnly: boolean;
  value: T;
}

const firstWord = /^[\p{L}\p{N}]+/u;
const wordStart = /[\p{L}\p{N}]+/gu;
const wordLike = /[\p{L}\p{N}]/u;

/** Finds any of many names in a text, longest first; a name must begin with a capital where it stands. */
export class NameIndex<T> {
  readonly #byFirstWord = new Map<string, Entry<T>[]>();

  /** Adds a name; of two equal names the first added wins. */
  add(name: string, value: T): void {
    const folded = fold(name);
    const first = firstWord.exec(folded)?.[0];
    if (!first) return;
    const capitalsOnly = name.length <= 5 && /^[A-Z.]+$/u.test(name);
    const entries = this.#byFirstWord.get(first) ?? [];
    if (entries.some((entry) => entry.folded === folded)) return;
    entries.push({ folded, capitalsOnly, value });
    entries.sort((a, b) => b.folded.length - a.folded.length);
    this.#byFirstWord.set(first, entries);
  }

  /** All hits in `text.slice(from, to)`, in order, never overlapping. */
  find(text: string, from = 0, to = text.length): NameHit<T>[] {
    const part = text.slice(from, to);
    const folded = fold(part);
    const hits: NameHit<T>[] = [];
    let after = 0;
    for (const word of folded.matchAll(wordStart)) {
      if (word.index < after || !startsWithCapital(part, word.index)) continue;
      const entry = this.#byFirstWord
        .get(word[0])
        ?.find((candidate) => fits(candidate, part, folded, word.index));
      if (!entry) continue;
      after = word.index + entry.folded.length;
      hits.push({ start: from + word.index, end: from + after, value: entry.value });
    }
    return hits;
  }
}

function startsWithCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  if (letter !== letter.toLowerCase()) return true;
  return /^al-\p{Lu}/u.test(text.slice(at, at + 4)) || /^el-\p{Lu}/u.test(text.slice(at, at + 4));
}

function fits<T>(entry: Entry<T>, text: string, folded: string, at: number): boolean {
  if (!folded.startsWith(entry.folded, at)) return false;
  const end = at + entry.folded.length;
  if (wordLike.test(folded.charAt(end))) return false;
  if (at > 0 && wordLike.test(folded.charAt(at - 1))) return false;
  return !entry.capitalsOnly || text.slice(at, end) === text.slice(at, end).toUpperCase();
}
