/** How a page is cited. */
export interface CitationView {
  /** One line to paste into a text. */
  text: string;
  files: { name: string; href: string }[];
}

/** What of a conflict other pages can show, as paths of this site. */
export interface EmbedView {
  name: string;
  page: string;
  frame: string;
  chart: string;
  badge: string;
}

/** Something to subscribe to. */
export interface FeedView {
  kind: 'atom' | 'calendar';
  title: string;
  href: string;
}

/** What a page says of itself to those who list it or show a preview. */
export interface PageMeta {
  title: string;
  description: string;
  /** Path of the page as it is now: the one to list it under. */
  path: string;
  /** Path of its preview picture. */
  picture: string;
  feeds?: FeedView[];
}
