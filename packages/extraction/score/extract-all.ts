import { Article, type Event } from '@trucewatch/schema';
import { extract } from '../src/index.ts';

/** What a corpus has of an article. */
export interface RawArticle {
  id: string;
  text: string;
  title?: string | null | undefined;
  publishedAt?: string | null | undefined;
}

/** The events of one article, as the command line would give them. */
export function eventsOf(raw: RawArticle): Event[] {
  return extract(Article.parse(raw)).events;
}

export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Told as having happened or to come: what a scorecard counts as found. */
export function isReal(reality: string): boolean {
  return reality === 'actual' || reality === 'future';
}
