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
import { inBlocks } from './blocks.ts';
import { type CountMention, findCounts } from './counts/find-counts.ts';
import { type FoldedText, foldedText } from './names/folded-text.ts';
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
  for (const block of inBlocks(analyse(source).sentences)) addLines(lines, part, source, block, quotes);
}

/** Each kind of thing is looked for in all the sentences before the next kind. */
function addLines(
  lines: Line[],
  part: PartName,
  source: string,
  sentences: readonly Sentence[],
  quotes: QuoteRange[],
): void {
  const own = sentences.map((sentence, i): Line => {
    const { start, end, paragraph, tokens, tree } = sentence;
    const chunks = chunksOf(sentence);
    return {
      index: lines.length + i,
      part,
      source,
      start,
      end,
      paragraph,
      tokens,
      tree,
      chunks,
      clauses: clausesOf(sentence, chunks),
      actors: [],
      places: [],
      times: [],
      counts: [],
      quotes: quotesWithin(quotes, start, end),
    };
  });
  for (const line of own) line.times = findTimes(line);
  const words = own.map(({ start, end }) => foldedText(source.slice(start, end)));
  own.forEach((line, i) => {
    const named = findActors(source, line.start, line.end, words[i] as FoldedText);
    line.actors = markZones(named, line.times);
  });
  own.forEach((line, i) => {
    line.places = findPlaces(source, line.start, line.end, line.actors, words[i] as FoldedText);
  });
  for (const line of own) line.counts = findCounts(source, line.tokens, line.times);
  lines.push(...own);
}

/** "10 p.m. Moscow time": the name of a clock's zone is nobody who does something. */
function markZones(named: ActorMention[], times: readonly TimeMention[]): ActorMention[] {
  const zoned = times.filter(({ clock }) => clock?.zone);
  if (zoned.length === 0) return named;
  return named.map((actor) =>
    zoned.some((time) => time.start <= actor.start && actor.end <= time.end)
      ? { ...actor, qualifies: 'zone' as const }
      : actor,
  );
}

/** Character offsets of a phrase, without what hangs on it. */
export function rangeOf(line: Line, phrase: Pick<Phrase, 'first' | 'last'>): { start: number; end: number } {
  const first = line.tokens[phrase.first] as Token;
  const last = line.tokens[phrase.last] as Token;
  return { start: first.start, end: last.end };
}

/** The text of a phrase in lower case with plain quotes. */
export function wordsOf(line: Line, phrase: Pick<Phrase, 'first' | 'last'>): string {
  let words = '';
  for (let at = phrase.first; at <= phrase.last && at < line.tokens.length; at++)
    words += (at === phrase.first ? '' : ' ') + (line.tokens[at] as Token).lower;
  return words;
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
