import { parseFeed } from 'feedsmith';
import { canonicalAddress } from '../address.ts';
import { cleanLine } from '../clean.ts';
import { decode } from '../decode.ts';
import { plainText } from '../page/plain-text.ts';
import { publicationTime } from '../published.ts';
import { Unreadable } from '../unreadable.ts';
import { entriesOf, type FeedEntry } from './feed-entries.ts';
import { mended } from './mend-xml.ts';

export interface FeedItem {
  /** What the feed knows it by: an item with the same key is the same item. */
  key: string;
  title?: string | undefined;
  /** Of the article, in one spelling. */
  address?: string | undefined;
  publishedAt?: string | undefined;
  byline?: string | undefined;
  /** What the feed itself holds of the article, as paragraphs: the whole of it or a summary. */
  text?: string | undefined;
}

export interface ReadFeed {
  title?: string | undefined;
  language?: string | undefined;
  format: 'rss' | 'atom' | 'rdf' | 'json';
  /** As the feed has them, usually newest first. */
  items: FeedItem[];
}

const longestFeed = 10_000_000;
/** A feed holds the last few dozen; more are an archive, and the rest is left for when the feed is read again. */
const mostItems = 500;

/**
 * Reads RSS, Atom, RDF and JSON Feed, well-formed or not.
 * @param address where the feed was fetched from: relative links are resolved against it
 * @throws Unreadable in one sentence
 */
export function readFeed(
  bytes: Uint8Array,
  { address, contentType }: { address?: string | undefined; contentType?: string | undefined } = {},
): ReadFeed {
  if (bytes.length > longestFeed) throw new Unreadable(`The feed is larger than ${longestFeed / 1e6} MB.`);
  const { text } = decode(bytes, contentType);
  const parsed = parsedFeed(text);
  const { title, language, base, entries } = entriesOf(parsed);
  const from = URL.canParse(base ?? '') ? base : address;
  const items = entries.slice(0, mostItems).map((entry) => itemOf(entry, from));
  return {
    title: title && (plainLine(title) || undefined),
    language: language?.slice(0, 35),
    format: parsed.format,
    items: items.filter((item) => item !== null),
  };
}

function parsedFeed(text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text);
  } catch (first) {
    try {
      return parseFeed(mended(text));
    } catch {
      throw new Unreadable(reasonOf(text, first));
    }
  }
}

function reasonOf(text: string, error: unknown): string {
  const start = text.slice(0, 2_000).toLowerCase();
  if (start.includes('<!doctype html') || start.includes('<html')) {
    return 'This is a web page and no feed: look there for the address of its feed (RSS or Atom).';
  }
  if (text.trim() === '') return 'The feed is empty.';
  const why = error instanceof Error ? error.message.split('\n', 1)[0]?.slice(0, 200) : '';
  return `It cannot be read as a feed (RSS, Atom, RDF or JSON Feed)${why ? `: ${why}` : ''}.`;
}

function itemOf(entry: FeedEntry, base: string | undefined): FeedItem | null {
  const link = entry.link ? URL.parse(entry.link.trim(), base)?.href : undefined;
  const address = link ? (canonicalAddress(link) ?? undefined) : undefined;
  const text = plainText(entry.content ?? '');
  const title = plainLine(entry.title ?? '');
  const key = (entry.id?.trim() || address || title || text).slice(0, 1_000);
  if (key === '') return null;
  return {
    key,
    title: title.slice(0, 2_000) || undefined,
    address,
    publishedAt: publicationTime(entry.published),
    byline: cleanLine(entry.author ?? '').slice(0, 300) || undefined,
    text: text || undefined,
  };
}

function plainLine(text: string): string {
  return cleanLine(/[<&]/.test(text) ? plainText(text) : text);
}
