import {
  analyse,
  type Chunk,
  type Clause,
  chunksOf,
  clausesOf,
  type Phrase,
  type Sentence,
  type Token,
  type Tree,
} from '@trucewatch/language';
import type { Article } from '@trucewatch/schema';
import { type ActorMention, findActors } from './actors/find-actors.ts';
import { type CountMention, findCounts } from './counts/find-counts.ts';
import { foldedText } from './names/folded-text.ts';
import { findPlaces, type PlaceMention } from './places/find-places.ts';
import { resolvePlaces } from './places/resolve-places.ts';
import { type QuoteRange, quotedRanges } from './quotations.ts';
import { findTimes } from './times/find-times.ts';
import type { TimeMention } from './times/time-mention.ts';

export type PartName = 'text' | 'title';

/** One sentence with everything recognised in it. Offsets are those of its part of the article. */
export interface Line {
  /** Position among all lines, the title's first. */
  index: number;
  part: PartName;
  /** The whole text of the part, to cut spans from. */
  source: string;
  start: number;
  end: number;
  paragraph: number;
  tokens: readonly Token[];
  tree: Tree;
  chunks: Chunk[];
  clauses: Clause[];
  actors: ActorMention[];
  places: PlaceMention[];
  times: TimeMention[];
  counts: CountMention[];
  quotes: QuoteRange[];
}

export interface Document {
  article: Article;
  /** Publication as epoch milliseconds; null when unknown: then no relative date is resolved. */
  publishedAt: { earliest: number; latest: number } | null;
  lines: Line[];
}

/** Reads an article: sentences, clauses, and the actors, places, times and counts in them. */
export function readDocument(article: Article, publishedAt: Document['publishedAt']): Document {
  const lines: Line[] = [];
  if (article.title) addPart(lines, 'title', article.title);
  addPart(lines, 'text', article.text);
  resolvePlaces(lines);
  return { article, publishedAt, lines };
}

function addPart(lines: Line[], part: PartName, source: string): void {
  const quotes = quotedRanges(source);
  for (const sentence of analyse(source).sentences) {
    lines.push(readLine(lines.length, part, source, sentence, quotes));
  }
}

function readLine(
  index: number,
  part: PartName,
  source: string,
  sentence: Sentence,
  quotes: QuoteRange[],
): Line {
  const { start, end, paragraph, tokens, tree } = sentence;
  const chunks = chunksOf(sentence);
  const clauses = clausesOf(sentence, chunks);
  const times = findTimes({ source, start, end, tokens, clauses });
  const zoned = times.filter(({ clock }) => clock?.zone);
  const isZone = (name: { start: number; end: number }): boolean =>
    zoned.some((time) => time.start <= name.start && name.end <= time.end);
  const words = foldedText(source.slice(start, end));
  const named = findActors(source, start, end, words);
  const actors =
    zoned.length === 0
      ? named
      : named.map((actor) => (isZone(actor) ? { ...actor, qualifies: 'zone' as const } : actor));
  return {
    index,
    part,
    source,
    start,
    end,
    paragraph,
    tokens,
    tree,
    chunks,
    clauses,
    actors,
    places: findPlaces(source, start, end, actors, words),
    times,
    counts: findCounts(source, tokens, times),
    quotes: quotesWithin(quotes, start, end),
  };
}

/** Character offsets of a phrase, without what hangs on it. */
export function rangeOf(line: Line, phrase: Pick<Phrase, 'first' | 'last'>): { start: number; end: number } {
  const first = line.tokens[phrase.first] as Token;
  const last = line.tokens[phrase.last] as Token;
  return { start: first.start, end: last.end };
}

/** The text of a phrase in lower case with plain quotes. */
export function wordsOf(line: Line, phrase: Pick<Phrase, 'first' | 'last'>): string {
  return line.tokens
    .slice(phrase.first, phrase.last + 1)
    .map((token) => token.lower)
    .join(' ');
}

/** Index of the first token that ends after the offset. */
export function tokenAt(line: Line, offset: number): number {
  let low = 0;
  let high = line.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line.tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isQuoted(line: Line, offset: number): boolean {
  return line.quotes.some((quote) => quote.start <= offset && offset < quote.end);
}

/** The quotations that touch a stretch; they are in order and never overlap, so the first is found by halving. */
function quotesWithin(quotes: readonly QuoteRange[], start: number, end: number): QuoteRange[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle] as QuoteRange).end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < quotes.length && (quotes[last] as QuoteRange).start < end) last++;
  return quotes.slice(low, last);
}
