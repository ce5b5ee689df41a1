import { type Markup, xml } from './xml.ts';

/** One entry of a feed. Instants are ISO 8601 in UTC. */
export interface AtomEntry {
  /** An address that never changes and names nothing else. */
  id: string;
  title: string;
  /** When it could first be known. */
  published: string;
  /** When what it says last changed. */
  updated: string;
  /** Its page. */
  url: string;
  /** Its words as XHTML. */
  content: Markup;
  /** Machine-readable words for it, such as a status. */
  categories: readonly string[];
  /** Where the report stands that it rests on. */
  via?: string | undefined;
}

export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  /** The feed's own address. */
  self: string;
  /** The page that it goes with. */
  url: string;
  /** Said when there is no entry to take it from. */
  updated: string;
  entries: readonly AtomEntry[];
}

/** A feed as an Atom document (RFC 4287), entries in the order given. */
export function atomFeed(feed: AtomFeed): string {
  // ISO instants in UTC sort as text.
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .toSorted()
      .at(-1) ?? feed.updated;
  return String(xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${feed.id}</id>
  <title>${feed.title}</title>
  <subtitle>${feed.subtitle}</subtitle>
  <updated>${updated}</updated>
  <author><name>Trucewatch</name></author>
  <link rel="self" type="application/atom+xml" href="${feed.self}"/>
  <link rel="alternate" type="text/html" href="${feed.url}"/>
${feed.entries.map(entryOf)}</feed>
`);
}

function entryOf(entry: AtomEntry): Markup {
  return xml`  <entry>
    <id>${entry.id}</id>
    <title>${entry.title}</title>
    <published>${entry.published}</published>
    <updated>${entry.updated}</updated>
    <link rel="alternate" type="text/html" href="${entry.url}"/>
${entry.via !== undefined && xml`    <link rel="via" href="${entry.via}"/>\n`}${entry.categories.map(
  (term) => xml`    <category term="${term}"/>\n`,
)}    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.content}</div></content>
  </entry>
`;
}
