import type { Article } from '@trucewatch/schema';
import { type Document, type Line, type PartName, readDocument } from '../document.ts';
import { type Story, tellStory } from '../story.ts';
import { type Folded, findWords, fold, type Range } from './quoted-words.ts';

/** An article as read by our own readers, with its words ready to be looked up: what a model's answer is held against. */
export interface Reading {
  article: Article;
  story: Story;
  lines: readonly Line[];
  folded: Readonly<Record<PartName, Folded>>;
}

/** A stretch that a model quoted, and the sentences it lies in. */
export interface Quoted extends Range {
  lines: Line[];
}

/** A quote of more sentences than this would prove whatever stands anywhere in them. */
const mostSentences = 3;
/** "The truce" would prove anything about a truce: a quote has at least so many letters and digits. */
const fewestCharacters = 10;

export function readArticle(article: Article, publishedAt: Document['publishedAt']): Reading {
  const document = readDocument(article, publishedAt);
  return {
    article,
    story: tellStory(document),
    lines: document.lines,
    folded: { title: fold('title', article.title ?? ''), text: fold('text', article.text) },
  };
}

/** Where the article has a quote, the title first, or why it does not count as one. */
export function findQuote(reading: Reading, quote: string): Quoted | { refused: string } {
  if ((quote.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestCharacters)
    return { refused: 'the quote is too short' };
  for (const part of ['title', 'text'] as const) {
    const folded = reading.folded[part];
    const range = findWords(folded, quote, { start: 0, end: folded.offsets.at(-1) ?? 0 });
    if (!range) continue;
    const lines = reading.lines.filter(
      (line) => line.part === part && line.start < range.end && range.start < line.end,
    );
    if (lines.length > mostSentences)
      return { refused: `the quote is longer than ${mostSentences} sentences` };
    if (lines.length > 0) return { ...range, lines };
  }
  return { refused: 'the quote is not in the article' };
}

/** Where words stand in one of the sentences, the first that has them. */
export function findInLines(
  reading: Reading,
  lines: readonly Line[],
  words: string,
): (Range & { line: Line }) | null {
  for (const line of lines) {
    const range = findWords(reading.folded[line.part], words, line);
    if (range) return { ...range, line };
  }
  return null;
}

/** Those of a sentence's finds that touch a range, the longest first. */
export function touching<T extends Range>(finds: readonly T[], range: Range): T[] {
  return finds
    .filter((find) => find.start < range.end && range.start < find.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}
