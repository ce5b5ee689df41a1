import type { parseFeed } from 'feedsmith';

/** What the four formats say of an item, before it is cleaned. */
export interface FeedEntry {
  id?: string | undefined;
  link?: string | undefined;
  title?: string | undefined;
  published?: string | undefined;
  author?: string | undefined;
  /** HTML or plain text. */
  content?: string | undefined;
}

export interface Entries {
  title?: string | undefined;
  language?: string | undefined;
  /** What relative links are relative to. */
  base?: string | undefined;
  entries: FeedEntry[];
}

export function entriesOf({ format, feed }: ReturnType<typeof parseFeed>): Entries {
  switch (format) {
    case 'rss':
      return {
        title: feed.title,
        language: feed.language ?? feed.dc?.languages?.[0],
        base: feed.link,
        entries: (feed.items ?? []).map((item) => ({
          id: item.guid?.value,
          link:
            item.link ??
            (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)) ??
            linkOf(item.atom?.links),
          title: item.title ?? item.dc?.titles?.[0],
          published: asText(
            item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published ?? item.dcterms?.created?.[0],
          ),
          author: item.dc?.creators?.[0] ?? item.authors?.[0]?.name ?? item.authors?.[0]?.email,
          content: item.content?.encoded ?? item.description,
        })),
      };
    case 'rdf':
      return {
        title: feed.title,
        language: feed.dc?.languages?.[0],
        base: feed.link,
        entries: (feed.items ?? []).map((item) => ({
          id: item.rdf?.about ?? item.link,
          link: item.link ?? webAddress(item.rdf?.about),
          title: item.title,
          published: asText(item.dc?.dates?.[0]),
          author: item.dc?.creators?.[0],
          content: item.content?.encoded ?? item.description,
        })),
      };
    case 'atom':
      return {
        title: feed.title?.value,
        language: feed.xml?.lang,
        base: linkOf(feed.links),
        entries: (feed.entries ?? []).map((entry) => ({
          id: entry.id,
          link: linkOf(entry.links) ?? webAddress(entry.id),
          title: entry.title?.value,
          published: asText(entry.published ?? entry.updated),
          author: entry.authors?.map(({ name }) => name).join(', '),
          content: entry.content?.value ?? entry.summary?.value,
        })),
      };
    case 'json':
      return {
        title: feed.title,
        language: feed.language,
        base: feed.home_page_url,
        entries: (feed.items ?? []).map((item) => ({
          id: item.id,
          link: item.url ?? item.external_url,
          title: item.title,
          published: asText(item.date_published ?? item.date_modified),
          author: item.authors?.[0]?.name,
          content: item.content_html ?? item.content_text ?? item.summary,
        })),
      };
  }
}

/** The package leaves dates as they are written, and says `unknown`. */
function asText(date: unknown): string | undefined {
  return typeof date === 'string' ? date : undefined;
}

function webAddress(id: string | undefined): string | undefined {
  return id && /^https?:\/\//i.test(id) ? id : undefined;
}

/** The link that leads to the article itself. */
function linkOf(
  links: { href?: string | undefined; rel?: string | undefined }[] | undefined,
): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}
