import type { Conflict, DecidedEvent, Event } from '@trucewatch/schema';
import { type CountedReport, countReport, decidedEvent } from '@trucewatch/status';
import type { StoredArticle, StoredExtraction } from '@trucewatch/store';
import type { Services } from '../services.ts';
import type { Story } from '../stories.ts';
import { reportOf } from '../views/article.ts';

/** What a review page is about: one event of one article, in the conflict that it is looked at in. */
export interface Subject {
  article: StoredArticle;
  extraction: StoredExtraction;
  counted: CountedReport;
  /** As it counts now; a rejected one as it was found. */
  event: Event;
  original: Event;
  isRejected: boolean;
  /** How acts name it. */
  anchor: DecidedEvent;
  story: Story | null;
  conflict: Conflict | null;
}

/** Reads an event with all that a review needs; null when the article has none of that id, not even a rejected one. */
export async function subjectOf(
  { store, stories }: Pick<Services, 'store' | 'stories'>,
  articleId: string,
  eventId: string,
  conflictId: string | null,
): Promise<Subject | null> {
  const [article, extraction, own] = await Promise.all([
    store.articles.get(articleId),
    store.extractions.current(articleId),
    store.derived.conflictsOf(articleId),
  ]);
  if (!article || !extraction) return null;
  const counted = countReport(reportOf(article, extraction.events), extraction.acts);
  const current = counted.report.events.find(({ id }) => id === eventId);
  const provenance = counted.provenance.get(eventId);
  const original = provenance?.original ?? extraction.events.find(({ id }) => id === eventId);
  if (!original) return null;
  const at = own.find(({ events }) => events.includes(eventId)) ?? own[0];
  const id = conflictId ?? at?.conflictId ?? null;
  const story = id === null ? null : await stories.of(id);
  return {
    article,
    extraction,
    counted,
    event: current ?? original,
    original,
    isRejected: provenance?.verdict?.decision.kind === 'reject_event',
    anchor: decidedEvent(articleId, original),
    story,
    conflict: story?.timeline.conflicts[0] ?? null,
  };
}

/** How acts name an event of a story. */
export function anchorIn(story: Story, articleId: string, eventId: string): DecidedEvent | null {
  const report = story.reports.get(articleId);
  const event =
    report?.counted.provenance.get(eventId)?.original ?? report?.events.find(({ id }) => id === eventId);
  return event ? decidedEvent(articleId, event) : null;
}
