import type { Piece } from '@trucewatch/store';

export type SearchKind = 'articles' | 'events';

export interface ArticleResult {
  id: string;
  path: string;
  title: Piece[];
  source: string;
  publishedAt: string | null;
  snippet: Piece[];
}

export interface EventResult {
  path: string;
  title: string;
  /** When and where, in words. */
  occasion: string;
  actors: string;
  /** Said only of what is not told as having happened. */
  reality: string | null;
  articlePath: string;
  source: string;
  publishedAt: string | null;
  snippet: Piece[];
}

export interface FacetView {
  name: 'conflict' | 'type' | 'source' | 'year';
  label: string;
  /** The value that narrows the search now, with the address of the search without it. */
  chosen: { label: string; without: string } | null;
  values: { label: string; count: number; href: string }[];
}

/** A conflict, or an actor or a place with the search for events that name it. */
export interface NameLink {
  /** Conflict, actor or place, in words. */
  kind: string;
  name: string;
  href: string;
  events: number | null;
}

export interface SearchView {
  q: string;
  kind: SearchKind;
  tabs: { kind: SearchKind; label: string; count: string; href: string }[];
  names: NameLink[];
  articles: ArticleResult[];
  events: EventResult[];
  total: number;
  /** More match than are ranked and counted. */
  isCapped: boolean;
  facets: FacetView[];
  /** The search without anything that narrows it; null when nothing does. */
  unfiltered: string | null;
  pages: { page: number; last: number; previous: string | null; next: string | null };
}
