import type { Words } from '../words.ts';

/** What the parser reads of a tag: its class, its coarse part of speech, and what it counts as between two words. */
export interface TagKinds {
  upos: Int32Array;
  isVerb: Uint8Array;
  isPunctuation: Uint8Array;
  isConjunction: Uint8Array;
}

/** Heads and labels that another parser proposed; token numbers as in this reading, the root is `count`. */
export interface Guide {
  head: Int32Array;
  label: Int32Array;
}

/** A sentence as a parser reads it, from either end: words, tags, and running counts to tell what lies between two words. */
export class SentenceInput {
  count = 0;
  words: Words;
  tags = new Int32Array(0);
  upos = new Int32Array(0);
  verbs = new Int32Array(0);
  commas = new Int32Array(0);
  marks = new Int32Array(0);
  conjunctions = new Int32Array(0);
  inQuotes = new Uint8Array(0);
  guide: Guide | null = null;
  private readonly kinds: TagKinds;
  private readonly comma: number;
  private readonly quote: number;

  constructor(words: Words, kinds: TagKinds, hashOf: (form: string) => number) {
    this.words = words;
    this.kinds = kinds;
    this.comma = hashOf(',');
    this.quote = hashOf('"');
  }

  /** @param tags of the tokens in text order, whichever way the words were read */
  read(words: Words, tags: Int32Array, reverse: boolean, guide: Guide | null): void {
    const { count } = words;
    this.words = words;
    this.count = count;
    this.guide = guide;
    if (this.tags.length < count + 2) this.grow(count * 2 + 64);
    let quoted = 0;
    for (let i = 0; i < count; i++) {
      const tag = tags[reverse ? count - 1 - i : i] as number;
      const word = words.lower[i] as number;
      this.tags[i] = tag;
      this.upos[i] = this.kinds.upos[tag] as number;
      this.verbs[i + 1] = (this.verbs[i] as number) + (this.kinds.isVerb[tag] as number);
      this.commas[i + 1] = (this.commas[i] as number) + (word === this.comma ? 1 : 0);
      this.marks[i + 1] = (this.marks[i] as number) + (this.kinds.isPunctuation[tag] as number);
      this.conjunctions[i + 1] = (this.conjunctions[i] as number) + (this.kinds.isConjunction[tag] as number);
      this.inQuotes[i] = quoted;
      if (word === this.quote) quoted ^= 1;
    }
    this.inQuotes[count] = quoted;
    for (const sum of [this.verbs, this.commas, this.marks, this.conjunctions])
      sum[count + 1] = sum[count] as number;
  }

  private grow(room: number): void {
    for (const name of ['tags', 'upos', 'verbs', 'commas', 'marks', 'conjunctions'] as const)
      this[name] = new Int32Array(room);
    this.inQuotes = new Uint8Array(room);
  }
}

/** How many of a running count lie strictly between two tokens, at most `most`. */
export function between(sums: Int32Array, low: number, high: number, most: number): number {
  return Math.min((sums[high] as number) - (sums[low + 1] as number), most);
}
