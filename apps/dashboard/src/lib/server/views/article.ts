import type { Event } from '@trucewatch/schema';
import { countReport } from '@trucewatch/status';
import type { StoredArticle, StoredExtraction, StoredReport } from '@trucewatch/store';
import { type Marked, paragraphs, type Segment, segments } from '#lib/events/segments.ts';
import type { EventSummary } from '#lib/events/view.ts';
import { eventSummary } from './event-summary.ts';
import { articlePath, sourceName } from './sentence.ts';
import { sourcePath } from './sources.ts';

/** An article with its events marked in its own words. */
export interface ArticleView {
  id: string;
  path: string;
  title: string | null;
  source: string;
  /** The page of its publisher; null when it names none. */
  sourcePath: string | null;
  url: string | null;
  publishedAt: string | null;
  receivedAt: string;
  state: StoredArticle['state'];
  reason: string | null;
  extractor: string | null;
  warnings: string[];
  titleSegments: Segment[];
  paragraphs: Segment[][];
  /** In the order of the text. */
  events: EventSummary[];
}

/** An article as its page shows it; `only` marks the sentences of one event alone. */
export function articleView(
  article: StoredArticle,
  extraction: StoredExtraction | null,
  only?: string,
): ArticleView {
  const events = countedEvents(article, extraction).toSorted((a, b) => firstWord(a) - firstWord(b));
  const marked = only === undefined ? events : events.filter(({ id }) => id === only);
  return {
    id: article.id,
    path: articlePath(article.id),
    title: article.title ?? null,
    source: sourceName(article.source),
    sourcePath: article.source === undefined ? null : sourcePath(article.source),
    url: safeAddress(article.url),
    publishedAt: article.publishedAt ?? null,
    receivedAt: article.receivedAt,
    state: article.state,
    reason: article.reason,
    extractor: extraction ? `${extraction.extractor.name} ${extraction.extractor.version}` : null,
    warnings: extraction?.warnings ?? [],
    titleSegments: segments(article.title ?? '', marks(marked, 'title')),
    paragraphs: paragraphs(segments(article.text, marks(marked, 'text'))),
    events: events.map((event) => eventSummary(reportOf(article, events), event)),
  };
}

/** The events of an article that count: as people corrected them, without those that they rejected. */
export function countedEvents(article: StoredArticle, extraction: StoredExtraction | null): Event[] {
  if (!extraction) return [];
  return countReport(reportOf(article, extraction.events), extraction.acts).report.events;
}

/** The article as a report, for what is shown of its events. */
export function reportOf(article: StoredArticle, events: Event[]): Pick<StoredReport, 'article' | 'events'> {
  const { id, title, source, url, publishedAt, receivedAt } = article;
  return { article: { id, title, source, url, publishedAt, receivedAt, signature: undefined }, events };
}

function marks(events: readonly Event[], part: 'text' | 'title'): Marked[] {
  return events.flatMap(({ id, evidence }) =>
    evidence
      .filter((span) => (span.in ?? 'text') === part)
      .map(({ start, end }) => ({ start, end, eventId: id })),
  );
}

/** Where its first quote begins; what is in the title comes first. */
function firstWord({ evidence }: Event): number {
  return Math.min(...evidence.map((span) => (span.in === 'title' ? span.start - 1_000_000_000 : span.start)));
}

/** Only web addresses become links: an article may carry any string. */
function safeAddress(url: string | undefined): string | null {
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
