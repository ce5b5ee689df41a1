import type { EventRef } from '@trucewatch/schema';
import type { StoredReport } from '@trucewatch/store';
import { m } from '#lib/paraglide/messages.js';
import type { SourceSentence } from '#lib/status/view.ts';

/** The page of one event. Ids may hold any character. */
export function eventPath(articleId: string, eventId: string): string {
  return `${articlePath(articleId)}/events/${encodeURIComponent(eventId)}`;
}

/** The page of one article. */
export function articlePath(articleId: string): string {
  return `/articles/${encodeURIComponent(articleId)}`;
}

/** The page of one conflict. */
export function conflictPath(conflictId: string): string {
  return `/conflicts/${encodeURIComponent(conflictId)}`;
}

/** The page of one ceasefire, now or as it was known at an instant. */
export function ceasefirePath(
  conflictId: string,
  ceasefireId: string,
  asKnownAt: string | null = null,
): string {
  const path = `${conflictPath(conflictId)}/ceasefires/${encodeURIComponent(ceasefireId)}`;
  return asKnownAt === null ? path : `${path}?asKnownAt=${encodeURIComponent(asKnownAt)}`;
}

/** The publisher's name as pages show it. */
export function sourceName(source: string | undefined): string {
  return source ?? m.event_unnamed_source();
}

/** The first quote of an event, with its source; null when the reference points at nothing. */
export function sentenceOf(reports: Map<string, StoredReport>, ref: EventRef): SourceSentence | null {
  const report = reports.get(ref.articleId);
  const span = report?.events.find(({ id }) => id === ref.eventId)?.evidence[0];
  if (!report || !span) return null;
  const { source, publishedAt } = report.article;
  return sourceSentence({ ...ref, quote: span.quote, source, publishedAt });
}

/** A quote of an article as pages show it. */
export function sourceSentence({
  quote,
  articleId,
  eventId,
  source,
  publishedAt,
}: EventRef & {
  quote: string;
  source?: string | null | undefined;
  publishedAt?: string | undefined;
}): SourceSentence {
  return {
    quote,
    href: eventPath(articleId, eventId),
    articleId,
    eventId,
    source: sourceName(source ?? undefined),
    publishedAt: publishedAt ?? null,
  };
}

/** The sentences behind a status or a ceasefire; references that point at nothing are left out. */
export function sentencesOf(reports: Map<string, StoredReport>, refs: readonly EventRef[]): SourceSentence[] {
  return refs.map((ref) => sentenceOf(reports, ref)).filter((sentence) => sentence !== null);
}
