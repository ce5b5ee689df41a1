import { interned } from './interned.ts';

/** What of a word in a sentence hangs on its form alone, and its dictionary form under each tag that it had. */
export interface KnownWord {
  text: string;
  /** In lower case with typographic quotes made plain. */
  lower: string;
  tags: number[];
  lemmas: string[];
}

/** So many forms are kept, then all are forgotten: memory does not grow with the texts. */
const most = 8_192;

/** What is known of words: they recur, most of them with a tag that they had before. */
export class WordMemory {
  private readonly known = new Map<string, KnownWord>();
  private readonly lemmaOf: (form: string, tag: number) => string;

  constructor(lemmaOf: (form: string, tag: number) => string) {
    this.lemmaOf = lemmaOf;
  }

  wordOf(form: string): KnownWord {
    const before = this.known.get(form);
    if (before) return before;
    const text = interned(form);
    const word = { text, lower: interned(plainLower(form)), tags: [], lemmas: [] };
    if (this.known.size >= most) this.known.clear();
    this.known.set(text, word);
    return word;
  }

  lemma(word: KnownWord, tag: number): string {
    for (let i = 0; i < word.tags.length; i++) if (word.tags[i] === tag) return word.lemmas[i] as string;
    const lemma = interned(this.lemmaOf(word.text, tag));
    word.tags.push(tag);
    word.lemmas.push(lemma);
    return lemma;
  }
}

function plainLower(form: string): string {
  const lower = form.toLowerCase();
  return lower.includes('’') || lower.includes('‘') ? lower.replace(/[’‘]/gu, "'") : lower;
}
