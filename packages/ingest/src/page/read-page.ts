import { longestText } from '@trucewatch/schema';
import { parseHTML } from 'linkedom';
import { decode } from '../decode.ts';
import { languageOf } from '../language.ts';
import type { Paste } from '../read-paste.ts';
import { Unreadable } from '../unreadable.ts';
import { type Dateline, datelineOf } from './dateline.ts';
import type { HtmlDocument } from './html-node.ts';
import { mainText, wholeBody } from './main-text.ts';
import { pageMetadata } from './metadata.ts';
import { isReasonable } from './shape.ts';
import { structuredData } from './structured-data.ts';

/** Above so many bytes a page is refused unread: the largest news pages have two million. */
const longestPage = 6_000_000;
/** Fewer words than these are no article: a consent page, a picture with its caption. */
const fewestWords = 25;

export interface ReadPage extends Paste {
  byline?: string | undefined;
  dateline?: Dateline | undefined;
  /** Of pictures; not part of the text, for they often tell of another day. */
  captions: string[];
}

export interface PageSource {
  /** The address it was fetched from, after redirects. */
  address?: string | undefined;
  /** The server's `content-type`. */
  contentType?: string | undefined;
}

/**
 * The article of a web page or of one that a browser saved. Pure but slow: about 0.1 s a page, and hostile pages can take
 * longer, so it runs on a thread with a time limit (`openReadingThread`).
 * @throws Unreadable when no article can be found in it
 */
export async function readPage(
  bytes: Uint8Array,
  { address, contentType }: PageSource = {},
): Promise<ReadPage> {
  if (bytes.length > longestPage) {
    throw new Unreadable(`The page is larger than ${longestPage / 1e6} MB: paste its text instead.`);
  }
  const html = decode(bytes, contentType).text;
  const document = parseHTML(html).document as unknown as HtmlDocument;
  if (!document.documentElement) throw new Unreadable('There is no HTML in it: paste its text instead.');
  const metadata = pageMetadata(document, html, address);
  const found = isReasonable(document.documentElement)
    ? await mainText(html, address, metadata.title ?? '')
    : { blocks: [], captions: [] };
  const text = articleText(
    found.blocks.map((block) => block.text),
    document,
    html,
  );
  if (text.length > longestText) {
    throw new Unreadable(`Its text is longer than ${longestText} characters: split it into articles.`);
  }
  return {
    title: metadata.title,
    text,
    publishedAt: metadata.publishedAt,
    source: metadata.publisher,
    url: metadata.address,
    origin: originOf(metadata.address),
    language: languageOf(text) ?? metadata.language,
    byline: metadata.byline,
    dateline: datelineOf(text),
    captions: found.captions.slice(0, 50),
  };
}

/** A page keeps its address from version to version; the front page of a site holds another story each day. */
function originOf(address: string | undefined): string | undefined {
  return address !== undefined && new URL(address).pathname.length > 1 ? address.slice(0, 1_000) : undefined;
}

/** The paragraphs found; where they are hardly any, what the page's data hold of the article, else all there is in it. */
function articleText(found: string[], document: HtmlDocument, html: string): string {
  const own = structuredData(document)?.articleBody;
  const body = () =>
    wholeBody(html)
      .filter(({ linked }) => linked < 0.5)
      .map(({ text }) => text);
  const choices = [() => found, () => own?.split(/\n+/) ?? [], body];
  for (const choice of choices) {
    const text = choice()
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
      .join('\n\n');
    if (wordCount(text) >= fewestWords) return text;
  }
  throw new Unreadable(
    `No article was found in the page: it holds fewer than ${fewestWords} words of text. Paste the words of the article instead.`,
  );
}

/** Words, counting scripts that write none apart (Chinese, Japanese, Thai) by their letters. */
function wordCount(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce(
    (sum, word) =>
      sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]/u.test(word) ? word.length / 2 : 1),
    0,
  );
}
