/**
 * How well a text agrees with the right one, as the article-extraction-benchmark of Scrapinghub measures it: by runs of
 * four words, counted as often as they stand there.
 */
export interface Agreement {
  precision: number | null;
  recall: number | null;
}

export function agreement(right: string, read: string): Agreement {
  const expected = fourGrams(right);
  const found = fourGrams(read);
  let hits = 0;
  for (const [gram, count] of expected) hits += Math.min(count, found.get(gram) ?? 0);
  const total = (grams: Map<string, number>) => [...grams.values()].reduce((sum, count) => sum + count, 0);
  const share = (of: number) => (of > 0 ? hits / of : null);
  return { precision: share(total(found)), recall: share(total(expected)) };
}

function fourGrams(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const grams = new Map<string, number>();
  for (let at = 0; words.length > 0 && at <= Math.max(0, words.length - 4); at++) {
    const gram = words.slice(at, at + 4).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** F1 of the mean precision and the mean recall, as the benchmark prints it. */
export function meanF1(agreements: Agreement[]): { precision: number; recall: number; f1: number } {
  const mean = (values: (number | null)[]): number => {
    const known = values.filter((value) => value !== null);
    return known.reduce((sum, value) => sum + value, 0) / (known.length || 1);
  };
  const precision = mean(agreements.map((each) => each.precision));
  const recall = mean(agreements.map((each) => each.recall));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
