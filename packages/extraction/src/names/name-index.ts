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
  readonly #known = new Set<string>();
  #sorted = true;

  /** Adds a name; of two equal names the first added wins. */
  add(name: string, value: T): void {
    const folded = fold(name);
    const first = firstWord.exec(folded)?.[0];
    if (!first || this.#known.has(folded)) return;
    this.#known.add(folded);
    this.#sorted = false;
    const capitalsOnly = name.length <= 5 && /^[A-Z.]+$/u.test(name);
    const entry = { folded, capitalsOnly, value };
    const entries = this.#byFirstWord.get(first);
    if (entries) entries.push(entry);
    else this.#byFirstWord.set(first, [entry]);
  }

  /** Longest names first, so that "Gaza City" is tried before "Gaza". Once, after the last name was added. */
  #sort(): void {
    for (const entries of this.#byFirstWord.values())
      if (entries.length > 1) entries.sort((a, b) => b.folded.length - a.folded.length);
    this.#sorted = true;
  }

  /** All hits in `text.slice(from, to)`, in order, never overlapping. */
  find(text: string, from = 0, to = text.length): NameHit<T>[] {
    if (!this.#sorted) this.#sort();
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
  if (letter !== 'a' && letter !== 'e') return false;
  return /^(?:al|el|an|ex|anti)-\p{Lu}/u.test(text.slice(at, at + 6));
}

function fits<T>(entry: Entry<T>, text: string, folded: string, at: number): boolean {
  if (!folded.startsWith(entry.folded, at)) return false;
  const end = at + entry.folded.length;
  if (wordLike.test(folded.charAt(end))) return false;
  if (at > 0 && wordLike.test(folded.charAt(at - 1))) return false;
  return !entry.capitalsOnly || text.slice(at, end) === text.slice(at, end).toUpperCase();
}
