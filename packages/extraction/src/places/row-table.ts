/**
 * A sorted table kept as one string, a row a line, `key,field,field…`, and searched by halving: nothing is read
 * before it is asked for, so that a hundred thousand rows cost neither time at the start nor memory. Keys are
 * folded names in the order of code units. A lookup compares about seventeen rows.
 */
export class RowTable {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The fields of every row of this key, without the key. */
  rows(key: string): string[][] {
    const found: string[][] = [];
    for (let at = this.#lowerBound(key); at < this.#text.length; at = this.#next(at)) {
      if (this.#keyAt(at) !== key) break;
      found.push(this.#text.slice(at + key.length + 1, this.#next(at) - 1).split(','));
    }
    return found;
  }

  /** Whether any key is this word or begins with it and goes on with another. */
  hasFirstWord(word: string): boolean {
    const at = this.#lowerBound(word);
    return this.#text.startsWith(word, at) && /^[ ,'.()-]/u.test(this.#text.charAt(at + word.length));
  }

  /** Whether any key begins so. */
  hasPrefix(words: string): boolean {
    return this.#text.startsWith(words, this.#lowerBound(words));
  }

  /** Where the first row begins whose key is not before this one. */
  #lowerBound(key: string): number {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#text.lastIndexOf('\n', middle - 1) + 1;
      if (this.#keyAt(at) < key) low = this.#next(middle);
      else high = at;
    }
    return low;
  }

  #keyAt(at: number): string {
    return this.#text.slice(at, this.#text.indexOf(',', at));
  }

  /** Where the row after the one that holds this offset begins. */
  #next(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length + 1 : end + 1;
  }
}
