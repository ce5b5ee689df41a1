/** A quote cut after a whole word where it is longer than `longest` characters; the cut is shown. */
export function shortened(quote: string, longest: number): string {
  if (quote.length <= longest) return quote;
  const cut = quote.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** The same around certain words: what stands far before them is cut too, and shown as cut. */
export function shortenedAround(
  quote: string,
  words: { start: number; end: number },
  longest: number,
): string {
  if (quote.length <= longest || words.end <= longest) return shortened(quote, longest);
  const from = quote.indexOf(' ', Math.max(0, Math.min(words.start, words.end - longest / 2) - 1));
  return `… ${shortened(quote.slice(from + 1), longest)}`;
}
