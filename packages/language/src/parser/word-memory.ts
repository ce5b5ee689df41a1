/** What of a word in a sentence hangs on its form and tag alone. */
export interface KnownWord {
  /** In lower case with typographic quotes made plain. */
  lower: string;
  tag: number;
  lemma: string;
}

/** So many forms are kept, then all are forgotten: memory does not grow with the texts. */
const most = 8_192;

/** Gives a form's lower case and dictionary form; words recur, most of them with the tag that they had before. */
export function rememberWords(
  lemmaOf: (form: string, tag: number) => string,
): (form: string, tag: number) => KnownWord {
  const known = new Map<string, KnownWord>();
  return (form, tag) => {
    const before = known.get(form);
    if (before?.tag === tag) return before;
    const word = { lower: before?.lower ?? plainLower(form), tag, lemma: lemmaOf(form, tag) };
    if (known.size >= most) known.clear();
    known.set(form, word);
    return word;
  };
}

function plainLower(form: string): string {
  const lower = form.toLowerCase();
  return lower.includes('’') || lower.includes('‘') ? lower.replace(/[’‘]/gu, "'") : lower;
}
