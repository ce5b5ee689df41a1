import type { Conflict, Event, EventRef } from '@trucewatch/schema';
import { accountOf } from '@trucewatch/status';
import type { ReviewReason } from '#lib/review/view.ts';
import type { Counted, Story } from '../stories.ts';
import { eventsOf } from '../views/conflict-events.ts';
import { happeningsOf } from '../views/happenings.ts';
import { foldedFrom } from './folded.ts';

/** One event that somebody should look at, with why. */
export interface Ranked {
  report: Counted;
  event: Event;
  reasons: ReviewReason[];
  hours: number;
  disagreement: number;
  isReviewed: boolean;
}

/** How long before the last report of a conflict its events are looked at, in milliseconds: 90 days. */
const lookBack = 90 * 86_400_000;
/** Below this the machine says itself that it is often wrong. */
const unsure = 0.5;

const made = new WeakMap<Story, Ranked[]>();

/**
 * The events of a conflict that should be looked at: first those without which the status would be another one, by how long;
 * then those whose reports contradict one another; then what belongs to no ceasefire, acts that found no event, and what
 * the machine is unsure of.
 */
export function rankedIn(story: Story): Ranked[] {
  let found = made.get(story);
  if (!found) {
    found = rank(story);
    made.set(story, found);
  }
  return found;
}

function rank(story: Story): Ranked[] {
  const [conflict] = story.timeline.conflicts;
  if (!conflict) return [];
  const told = eventsOf(conflict, story.reports);
  const from = Math.max(...[...story.reports.values()].map(publishedAt), 0) - lookBack;
  const hours = new Map(
    foldedFrom(story)
      .decisive(conflict.id, from)
      .map(({ ref, hours: own }) => [keyOf(ref), own]),
  );
  const contradicted = disagreements(conflict, story, from);
  const undecided = new Set((conflict.undecided ?? []).map(keyOf));
  const ranked = told.flatMap(({ report, event }): Ranked[] => {
    const key = keyOf({ articleId: report.article.id, eventId: event.id });
    const isRecent = publishedAt(report) >= from;
    const disagreement = contradicted.get(key) ?? 0;
    const provenance = report.counted.provenance.get(event.id);
    const reasons: ReviewReason[] = [
      ...(hours.has(key) ? ['decides' as const] : []),
      ...(disagreement > 0 ? ['disagree' as const] : []),
      ...(undecided.has(key) && isRecent ? ['undecided' as const] : []),
      ...(event.confidence < unsure && isRecent ? ['unsure' as const] : []),
    ];
    if (reasons.length === 0) return [];
    const isReviewed = (provenance?.acts.length ?? 0) > 0;
    return [{ report, event, reasons, hours: hours.get(key) ?? 0, disagreement, isReviewed }];
  });
  return [...ranked, ...unanchored(story)].sort(byWeight);
}

/** Articles with acts whose event is not found any more, each shown by its first event. */
function unanchored(story: Story): Ranked[] {
  return [...story.reports.values()].flatMap((report): Ranked[] => {
    const [event] = report.events;
    if (!event || report.counted.unanchored.length === 0) return [];
    return [{ report, event, reasons: ['unanchored'], hours: 0, disagreement: 0, isReviewed: false }];
  });
}

function disagreements(conflict: Conflict, story: Story, from: number): Map<string, number> {
  const known = happeningsOf(conflict, story);
  const found = new Map<string, number>();
  for (const happening of known.all) {
    const told = known.toldOf(happening);
    if (told.length < 2 || told.every(({ published }) => (published?.latest ?? from) < from)) continue;
    const { disagreement } = accountOf(told, known.sideOf);
    if (disagreement > 0) for (const ref of happening.events) found.set(keyOf(ref), disagreement);
  }
  return found;
}

function byWeight(a: Ranked, b: Ranked): number {
  const place = ({ reasons }: Ranked) => (reasons.includes('undecided') ? 0 : 1);
  return (
    b.hours - a.hours ||
    b.disagreement - a.disagreement ||
    place(a) - place(b) ||
    a.event.confidence - b.event.confidence ||
    b.report.ordinal - a.report.ordinal ||
    (a.event.id < b.event.id ? -1 : 1)
  );
}

function publishedAt({ article }: Counted): number {
  return Date.parse(article.publishedAt ?? article.receivedAt);
}

function keyOf({ articleId, eventId }: EventRef): string {
  return `${articleId}\n${eventId}`;
}
