import { canonicalAddress } from '../address.ts';
import { cleanLine } from '../clean.ts';
import { publicationTime } from '../published.ts';
import { blocksOf } from './blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { unescaped } from './plain-text.ts';
import { type StructuredData, structuredData } from './structured-data.ts';

export interface PageMetadata {
  title?: string | undefined;
  byline?: string | undefined;
  /** ISO 8601 with offset, or the bare day. */
  publishedAt?: string | undefined;
  publisher?: string | undefined;
  /** In one spelling. */
  address?: string | undefined;
  /** As the page says, which is often wrong: what is detected in the text goes first. */
  language?: string | undefined;
}

/**
 * What a page says of its article: in its structured data (schema.org), in its meta elements (Open Graph, Dublin Core and
 * the usual others), and in what its readers see, in this order.
 * @param fetchedFrom where the page came from, when that is known
 */
export function pageMetadata(
  document: HtmlDocument,
  html: string,
  fetchedFrom?: string | undefined,
): PageMetadata {
  const data = structuredData(document);
  const meta = metaReader(document);
  const publisher = publisherOf(document, meta, data, fetchedFrom);
  return {
    title: titleOf(document, meta, data, publisher),
    byline: bylineOf(document, meta, data, publisher),
    publishedAt: publishedOf(document, meta, data, fetchedFrom),
    publisher,
    address: addressOf(document, html, meta, fetchedFrom),
    language:
      (
        document.documentElement?.getAttribute('lang') ||
        meta('content-language', 'og:locale') ||
        data?.language
      )
        ?.replace('_', '-')
        .slice(0, 35) || undefined,
  };
}

type Meta = (...names: string[]) => string | undefined;

/** Reads meta elements by name, property, itemprop or http-equiv: the first of the names that is there and filled. */
function metaReader(document: HtmlDocument): Meta {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = cleanLine(element.getAttribute('content') ?? '').slice(0, 2_000);
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && content && !values.has(name)) values.set(name, content);
    }
  }
  return (...names) => names.map((name) => values.get(name)).find((value) => value !== undefined);
}

function titleOf(
  document: HtmlDocument,
  meta: Meta,
  data: StructuredData | null,
  publisher?: string,
): string | undefined {
  const told =
    data?.headline ??
    meta('og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title', 'headline');
  const heading = lineOf(document.querySelector('article h1') ?? document.querySelector('h1'));
  const tab = cleanLine(document.title ?? '');
  const title = cleanLine(unescaped(told ?? '')) || (tab.includes(heading) ? heading : '') || tab || heading;
  return withoutPublisher(title, publisher).slice(0, 2_000) || undefined;
}

/** `Truce agreed | The Daily` is called `Truce agreed`. */
function withoutPublisher(title: string, publisher?: string): string {
  const parts = title.split(/ [|·»–—-] /);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title;
  const plain = (text: string): string =>
    text.toLowerCase().replace(/^the |[^\p{L}\p{N}]|\.(?:com|org|net)$/gu, '');
  const isPublisher = publisher !== undefined && plain(last) !== '' && plain(publisher).includes(plain(last));
  const isAside =
    title.includes(' | ') && last.length < 30 && parts[0] !== undefined && parts[0].length > last.length;
  return isPublisher || isAside ? title.slice(0, title.length - last.length - 3).trim() : title;
}

function bylineOf(
  document: HtmlDocument,
  meta: Meta,
  data: StructuredData | null,
  publisher?: string,
): string | undefined {
  const told = data?.authors.length
    ? data.authors.join(', ')
    : meta(
        'author',
        'byl',
        'parsely-author',
        'sailthru.author',
        'dc.creator',
        'article:author',
        'article:author_name',
      );
  const seen = [
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    'a[rel~="author"]',
    '[class*="byline" i] a',
    '[class~="byline"], [class~="author"], [class*="author-name" i], [class*="byline" i]',
  ];
  const candidates = [told, ...seen.map((selector) => lineOf(document.querySelector(selector)))];
  for (const candidate of candidates) {
    const name = nameIn(candidate, publisher);
    if (name) return name;
  }
  return undefined;
}

/** The name without "By" and without what follows it; undefined for addresses, handles, the publisher itself and long texts. */
function nameIn(written: string | undefined, publisher?: string): string | undefined {
  const name = cleanLine(unescaped(written ?? ''))
    .replace(/^(?:written |posted |reported )?by:?\s+/i, '')
    .replace(/\s*(?:\||\/\/|•).*$/, '')
    .replace(/[,;\s-]+$/, '');
  if (name.length < 3 || name.length > 300 || !/\p{L}/u.test(name)) return undefined;
  if (/^https?:|^www\.|^@|\d{4}/i.test(name) || name.toLowerCase() === publisher?.toLowerCase())
    return undefined;
  return name;
}

function publisherOf(
  document: HtmlDocument,
  meta: Meta,
  data: StructuredData | null,
  fetchedFrom?: string,
): string | undefined {
  const told = meta(
    'og:site_name',
    'application-name',
    'dc.publisher',
    'publisher',
    'twitter:app:name:iphone',
  );
  const name = cleanLine(unescaped(data?.publisher ?? told ?? '')).replace(/^https?:\/\//, '');
  if (name) return name.slice(0, 500);
  const address = fetchedFrom ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return URL.parse(address)?.hostname.replace(/^(?:www|m|amp)\./, '') || undefined;
}

function publishedOf(
  document: HtmlDocument,
  meta: Meta,
  data: StructuredData | null,
  fetchedFrom?: string,
): string | undefined {
  const told = [
    data?.datePublished,
    meta('article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished'),
    meta('parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'article.published'),
    meta(
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
      'date',
      'cxenseparse:recs:publishtime',
    ),
    ...['[itemprop="datePublished"]', 'article time[datetime]', 'time[pubdate]', 'time[datetime]'].map(
      (selector) => {
        const element = document.querySelector(selector);
        return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? lineOf(element);
      },
    ),
    lineOf(
      document.querySelector(
        '[class*="publish" i][class*="date" i], [class~="date"], [class*="timestamp" i]',
      ),
    ),
  ];
  const times = told.map(publicationTime).filter((time) => time !== undefined);
  // Of the same day an instant says more than the day.
  const [first] = times;
  const exact = times.find((time) => time.length > 10 && first !== undefined && time.startsWith(first));
  return exact ?? first ?? dayInAddress(fetchedFrom) ?? dayUnderTitle(document);
}

const dateLine =
  /(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d).{0,40}/u;
/** So many lines after its title an article begins. */
const linesUnderTitle = 12;

/** The date that readers see: the first in a short line beneath the title. What stands above is often the day of today. */
function dayUnderTitle(document: HtmlDocument): string | undefined {
  const heading = document.querySelector('h1');
  if (!heading || !document.body) return undefined;
  const title = lineOf(heading);
  const lines = blocksOf(document.body).map(({ text }) => text);
  const at = lines.indexOf(title);
  const found = lines
    .slice(at + 1, at + 1 + linesUnderTitle)
    .filter((line) => at >= 0 && line.length < 120)
    .map((line) => publicationTime(dateLine.exec(line)?.[0]));
  return found.find((time) => time !== undefined);
}

/** `/2019/11/20/` in an address is the day that the page came out. */
function dayInAddress(address: string | undefined): string | undefined {
  const found = /\/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)/.exec(address ?? '');
  return found
    ? publicationTime([found[1], found[2]?.padStart(2, '0'), found[3]?.padStart(2, '0')].join('-'))
    : undefined;
}

/** A browser that saves a page writes down from where. */
const savedFrom = /<!--\s{0,9}saved from url=\(\d{1,5}\)(\S{1,4000}?)\s{0,9}-->/;

/** The address that a page gives itself counts where it is one of the same site: anybody can write any address. */
function addressOf(
  document: HtmlDocument,
  html: string,
  meta: Meta,
  fetchedFrom?: string,
): string | undefined {
  const base = fetchedFrom ?? savedFrom.exec(html.slice(0, 10_000))?.[1];
  const told = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  const own = told ? URL.parse(told, base)?.href : undefined;
  const site = (address: string | undefined): string | undefined =>
    URL.parse(address ?? '')?.hostname.replace(/^(?:www|m|amp|mobile)\./, '');
  const isRoot = own !== undefined && URL.parse(own)?.pathname === '/';
  const chosen =
    own !== undefined && !isRoot && (base === undefined || site(own) === site(base)) ? own : base;
  return chosen === undefined ? undefined : (canonicalAddress(chosen) ?? undefined);
}

function lineOf(element: HtmlElement | null): string {
  return cleanLine((element?.textContent ?? '').slice(0, 4_000));
}
