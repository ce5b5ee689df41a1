import { type Act, isOf, subjectOf } from '@trucewatch/schema';
import { publisherOf } from '../sources/publishers.ts';
import type { Report, ReportedArticle } from '../told.ts';
import { type CountedEvents, countEvents } from './count-events.ts';
import { inForce } from './in-order.ts';

/** What an article says, with what people decided of it and of its publisher. */
export interface CountedReport extends Omit<CountedEvents, 'events'> {
  /** What the status is made from. */
  readonly report: Report;
  /** The act by which nothing of its publisher counts. */
  readonly mutedBy: Act | null;
}

/**
 * A stored report as it counts. `acts` are those about the article and its publisher; others among them are passed over.
 * Of two acts that contradict one another the later one counts.
 */
export function countReport({ article, events }: Report, acts: readonly Act[]): CountedReport {
  const counted = countEvents(
    events,
    acts.filter((act) => isAboutEventsOf(act, article.id)),
  );
  const ofArticle: Pick<ReportedArticle, 'replaces' | 'withdrawn'> = {};
  let publisher = publisherOf(article.source);
  let mutedBy: Act | null = null;
  const name = subjectOf.publisher(article.source ?? '');
  for (const act of inForce(acts)) {
    if (isOf(act, 'correct_article') && act.decision.articleId === article.id)
      ofArticle.replaces = act.decision.replaces;
    if (isOf(act, 'withdraw_article') && act.decision.articleId === article.id)
      ofArticle.withdrawn = act.decision.from;
    if (!article.source) continue;
    if (isOf(act, 'describe_publisher') && subjectOf.publisher(act.decision.publisher) === name) {
      const { family, agency, side } = act.decision;
      publisher = { family, agency, side };
    }
    if (isOf(act, 'mute_publisher') && subjectOf.publisher(act.decision.publisher) === name) mutedBy = act;
  }
  const { events: counting, pins, ...rest } = counted;
  const report: Report = {
    article: { ...article, ...publisher, ...ofArticle },
    events: mutedBy ? [] : counting,
    ...(pins.size > 0 ? { pins } : {}),
  };
  return { report, pins, mutedBy, ...rest };
}

function isAboutEventsOf(act: Act, articleId: string): boolean {
  if (isOf(act, 'add_event')) return act.decision.articleId === articleId;
  if (isOf(act, 'accept_event', 'reject_event', 'correct_field', 'move_report'))
    return act.decision.event.articleId === articleId;
  return false;
}
