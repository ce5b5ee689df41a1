import { fold } from './fold.ts';
import { type FoldedText, isCapitalAt } from './folded-text.ts';

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

  /** All hits in a text, in order, never overlapping; offsets count from `from`. */
  find({ text, folded, starts, ends }: FoldedText, from = 0): NameHit<T>[] {
    if (!this.#sorted) this.#sort();
    const hits: NameHit<T>[] = [];
    let after = 0;
    for (let i = 0; i < starts.length; i++) {
      const at = starts[i] as number;
      if (at < after || !startsWithCapital(text, at)) continue;
      const entry = this.#byFirstWord
        .get(folded.slice(at, ends[i]))
        ?.find((candidate) => fits(candidate, text, folded, at));
      if (!entry) continue;
      after = at + entry.folded.length;
      hits.push({ start: from + at, end: from + after, value: entry.value });
    }
    return hits;
  }
}

function startsWithCapital(text: string, at: number): boolean {
  if (isCapitalAt(text, at)) return true;
  const letter = text.charAt(at);
  if (letter !== 'a' && letter !== 'e') return false;
  return /^(?:al|el|an|ex|anti)-\p{Lu}/u.test(text.slice(at, at + 6));
}

/** `at` is where a word begins. */
function fits<T>(entry: Entry<T>, text: string, folded: string, at: number): boolean {
  if (!folded.startsWith(entry.folded, at)) return false;
  const end = at + entry.folded.length;
  if (wordLike.test(folded.charAt(end))) return false;
  return !entry.capitalsOnly || text.slice(at, end) === text.slice(at, end).toUpperCase();
}
