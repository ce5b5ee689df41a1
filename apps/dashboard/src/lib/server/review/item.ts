import type { Act } from '@trucewatch/schema';
import type { HappeningView } from '#lib/events/happening-view.ts';
import { paragraphs, segments } from '#lib/events/segments.ts';
import { m } from '#lib/paraglide/messages.js';
import type { QueueView, ReviewView, SelectablePart } from '#lib/review/view.ts';
import { reportOf } from '../views/article.ts';
import { fieldsOf } from '../views/event.ts';
import { eventSummary } from '../views/event-summary.ts';
import { articlePath, conflictPath, sourceName } from '../views/sentence.ts';
import { changesOf } from './changes.ts';
import { actorsNamed, entriesOf, joinableWith, trucesFor } from './choices.ts';
import { historyOf, isAbout } from './history.ts';
import { queryOf } from './queue.ts';
import { sentencesIn } from './sentences.ts';
import type { Subject } from './subject.ts';

/** An event with its article, all that people decided of it, and what may be decided. */
export function reviewView(
  subject: Subject,
  acts: readonly Act[],
  names: ReadonlyMap<string, string>,
  queue: QueueView,
  happening: HappeningView | null,
): ReviewView {
  const { article, extraction, counted, event, anchor, conflict, story } = subject;
  const ref = { articleId: article.id, eventId: event.id };
  const provenance = counted.provenance.get(event.id);
  const own = { articleId: article.id, ids: [event.id, ...idsOf(acts, counted, event.id)] };
  const [first] = event.evidence;
  return {
    article: {
      id: article.id,
      path: articlePath(article.id),
      title: article.title ?? m.review_untitled(),
      source: sourceName(article.source),
      publishedAt: article.publishedAt ?? null,
      extractor: `${extraction.extractor.name} ${extraction.extractor.version}`,
    },
    conflict: conflict && { id: conflict.id, name: conflict.name, path: conflictPath(conflict.id) },
    event: eventSummary(reportOf(article, []), event, { conflict: conflict ?? undefined }),
    kind: event.step ? `${event.type}/${event.step}` : event.type,
    reality: event.reality,
    isRejected: subject.isRejected,
    isAdded: provenance?.addedBy != null,
    fields: fieldsOf(event),
    changed: changesOf(counted, event.id, names),
    parts: partsOf(subject),
    text: article.text,
    evidence: { start: first?.start ?? 0, end: first?.end ?? 0, part: first?.in ?? 'text' },
    sentences: sentencesIn(article),
    entries: entriesOf(event),
    actors: actorsNamed(counted.report.events).map(({ value, label }) => ({ value, label })),
    happening,
    joinable: story ? joinableWith(story, event, ref) : [],
    truces: story && event.type === 'ceasefire' ? trucesFor(story, ref) : [],
    history: historyOf(
      acts.filter((act) => isAbout(act, own) || isUndoingOf(act, acts, own)),
      names,
      new Set(counted.unanchored.map(({ id }) => id)),
    ),
    place: placeIn(queue, `${anchor.articleId}\n${event.id}`),
  };
}

/** Ids that acts know the event by: those that it had under earlier extractions. */
function idsOf(acts: readonly Act[], counted: Subject['counted'], eventId: string): string[] {
  const own = new Set(counted.provenance.get(eventId)?.acts.map(({ id }) => id));
  return acts.flatMap(({ id, decision }) =>
    own.has(id) && 'event' in decision && 'eventId' in decision.event ? decision.event.eventId : [],
  );
}

function isUndoingOf({ decision }: Act, acts: readonly Act[], own: Parameters<typeof isAbout>[1]): boolean {
  if (decision.kind !== 'undo') return false;
  const undone = acts.find(({ id }) => id === decision.act);
  return undone !== undefined && isAbout(undone, own);
}

function partsOf({ article, event, counted }: Subject): SelectablePart[] {
  const events = [...counted.report.events.filter(({ id }) => id !== event.id), event];
  const marks = (part: 'title' | 'text') =>
    events.flatMap(({ id, evidence }) =>
      evidence
        .filter((span) => (span.in ?? 'text') === part)
        .map(({ start, end }) => ({ start, end, eventId: id })),
    );
  const text = { part: 'text' as const, blocks: paragraphs(segments(article.text, marks('text'))) };
  if (!article.title) return [text];
  return [{ part: 'title', blocks: [segments(article.title, marks('title'))] }, text];
}

function placeIn({ items, filter }: QueueView, key: string): ReviewView['place'] {
  const index = items.findIndex((item) => item.key === key);
  return {
    index,
    total: items.length,
    previous: items[index - 1]?.href ?? null,
    next: items[index < 0 ? 0 : index + 1]?.href ?? null,
    queue: `/review${queryOf(filter)}`,
  };
}
