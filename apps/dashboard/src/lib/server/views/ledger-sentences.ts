import type { Span } from '@trucewatch/schema';
import type { LedgerEntry, LedgerView } from '#lib/events/ledger-view.ts';

interface Text {
  title?: string | undefined;
  text: string;
}

/** How far from its words a sentence is looked for, in UTF-16 code units: news has none so long. */
const reach = 800;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The page with whole sentences where an event has the words of a claim alone; `read` gives an article, or null. */
export async function withSentences(
  ledger: LedgerView,
  read: (articleId: string) => Promise<Text | null>,
): Promise<LedgerView> {
  const entries = ledger.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.entries));
  const wanted = new Set(entries.filter(({ bare }) => bare).map(({ sentence }) => sentence.articleId));
  const texts = new Map(await Promise.all([...wanted].map(async (id) => [id, await read(id)] as const)));
  const whole = (entry: LedgerEntry): LedgerEntry => {
    const article = entry.bare && texts.get(entry.sentence.articleId);
    if (!entry.bare || !article) return entry;
    const { quote, words } = sentenceAround(article, entry.bare);
    return { ...entry, sentence: { ...entry.sentence, quote }, words, bare: null };
  };
  const rows = ledger.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, entries: cell.entries.map(whole) })),
  }));
  return { ...ledger, rows };
}

/** The sentence of an article in which a span stands, in its own words; two where the span reaches over their edge. */
export function sentenceAround(
  { title, text }: Text,
  span: Span,
): Pick<LedgerEntry, 'words'> & { quote: string } {
  const all = span.in === 'title' ? (title ?? '') : text;
  // A paragraph ends every sentence.
  const from = Math.max(all.lastIndexOf('\n', span.start - 1) + 1, span.start - reach);
  const paragraphEnd = all.indexOf('\n', span.end);
  const to = Math.min(paragraphEnd === -1 ? all.length : paragraphEnd, span.end + reach);
  let start = span.start;
  let end = span.end;
  for (const { index, segment } of sentences.segment(all.slice(from, to))) {
    const [first, last] = [from + index, from + index + segment.trimEnd().length];
    if (first <= span.start && span.start < last) start = first;
    if (first < span.end && span.end <= last) end = last;
  }
  const words = { start: span.start - start, end: span.end - start };
  return { quote: all.slice(start, end), words };
}
