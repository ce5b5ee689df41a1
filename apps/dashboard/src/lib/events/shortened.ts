/** A quote cut after a whole word where it is longer than `longest` characters; the cut is shown. */
export function shortened(quote: string, longest: number): string {
  if (quote.length <= longest) return quote;
  const cut = quote.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}
