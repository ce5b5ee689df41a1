/** A stretch between quotation marks, marks included. */
export interface QuoteRange {
  start: number;
  end: number;
}

/** A quotation that does not close within so many characters is taken for a stray mark. */
const longestQuotation = 3_000;

/** Stretches in double or guillemet marks. Straight marks pair up within a paragraph; an open one ends with it. */
export function quotedRanges(text: string): QuoteRange[] {
  const ranges: QuoteRange[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (open >= 0 && (i - open > longestQuotation || (c === '\n' && text.charAt(i + 1) === '\n'))) open = -1;
    if (c === '“' || c === '«' || (c === '"' && open < 0)) open = i;
    else if ((c === '”' || c === '»' || c === '"') && open >= 0) {
      ranges.push({ start: open, end: i + 1 });
      open = -1;
    }
  }
  return ranges;
}
