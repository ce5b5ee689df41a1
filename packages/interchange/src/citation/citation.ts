/** What is cited: a page as it was at an instant of knowledge. */
export interface Citation {
  /** What the page is about, narrowest first: `Truce of 17 Oct 2020`, `Nagorno-Karabakh`. */
  about: readonly string[];
  /** Its address, which says the instant: whoever follows it later sees the same. */
  url: string;
  /** The instant of knowledge, ISO 8601 in UTC. */
  knownAt: string;
  /** Names and versions of what read the articles and made the status. */
  versions: readonly string[];
  /** The article that the page is about or is part of. */
  original?: Original | undefined;
}

export interface Original {
  title?: string | undefined;
  source?: string | undefined;
  /** ISO 8601, or a bare date. */
  publishedAt?: string | undefined;
  url?: string | undefined;
}

export const site = 'Trucewatch';

/** `2020-10-17 20:00 UTC`, which reads the same in every language. */
export function instantText(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

export function titleOf({ about }: Citation): string {
  return oneLine(about.join(', '));
}

/** `Headline. Publisher, 2020-10-17. https://…`, or undefined where nothing is known of it. */
export function originalText({ original }: Citation): string | undefined {
  if (!original) return undefined;
  const { title, source, publishedAt, url } = original;
  const parts = [title, [source, publishedAt?.slice(0, 10)].filter(Boolean).join(', '), url];
  const text = parts.filter(Boolean).join('. ');
  return text === '' ? undefined : oneLine(text);
}

/** What no format has a field for: what it was made by, and of which article. */
export function noteOf(citation: Citation): string {
  const original = originalText(citation);
  return [
    `As known at ${instantText(citation.knownAt)}`,
    ...(citation.versions.length > 0 ? [`Made by ${oneLine(citation.versions.join(', '))}`] : []),
    ...(original ? [`Original: ${original}`] : []),
  ].join('. ');
}

/** A name for the entry, the same for the same page at the same instant: `trucewatch-nagorno-karabakh-202010172000`. */
export function keyOf(citation: Citation): string {
  const words = titleOf(citation)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).slice(0, 8).join('-').slice(0, 60);
  const instant = citation.knownAt.slice(0, 16).replaceAll(/\D/g, '');
  return ['trucewatch', slug, instant].filter(Boolean).join('-');
}

/** A headline may hold line breaks, with which it would become further fields. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}
