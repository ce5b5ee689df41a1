import type { Event, EventRef } from '@trucewatch/schema';
import { countWords } from '#lib/events/count-words.ts';
import { termWords } from '#lib/events/field-words.ts';
import { eventTitle, polarityWords, roleWords } from '#lib/events/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Entry, ReviewView } from '#lib/review/view.ts';
import type { Story } from '../stories.ts';
import { ceasefireName } from '../views/ceasefire.ts';
import { eventsOf } from '../views/conflict-events.ts';
import { instantOf } from '../views/event-summary.ts';
import { sourceName } from '../views/sentence.ts';
import { happeningOf } from './happening-of.ts';

/** How far apart two events may lie to be offered for joining, in milliseconds: three days. */
const nearby = 3 * 86_400_000;
const mostJoinable = 40;

/** An event as a choice's value, and back. */
const refValue = ({ articleId, eventId }: EventRef) => JSON.stringify([articleId, eventId]);

/** Events of other happenings of its type and near it in time, which it may be joined with. */
export function joinableWith(story: Story, event: Event, ref: EventRef): ReviewView['joinable'] {
  const [conflict] = story.timeline.conflicts;
  const report = story.reports.get(ref.articleId);
  if (!conflict || !report) return [];
  const own = happeningOf(story, ref);
  const at = Date.parse(instantOf(event, report.article));
  return eventsOf(conflict, story.reports)
    .map((one) => ({ ...one, at: Date.parse(instantOf(one.event, one.report.article)) }))
    .filter(({ event: other, at: then }) => other.type === event.type && Math.abs(then - at) <= nearby)
    .filter(({ report: { article }, event: { id } }) => {
      const happening = happeningOf(story, { articleId: article.id, eventId: id });
      return happening !== undefined && happening !== own;
    })
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))
    .slice(0, mostJoinable)
    .map(({ report: { article }, event: other }) => ({
      value: refValue({ articleId: article.id, eventId: other.id }),
      label: `${eventTitle(other)}: ${shortened(other.evidence[0]?.quote ?? '')} (${sourceName(article.source)})`,
    }));
}

/** The ceasefires of the conflict, each by a report of it that nobody put there by hand; `isOwn`: the event is under it. */
export function trucesFor(story: Story, ref: EventRef): ReviewView['truces'] {
  const [conflict] = story.timeline.conflicts;
  return (conflict?.ceasefires ?? []).flatMap((ceasefire) => {
    const isOwn = ceasefire.because.some((one) => refValue(one) === refValue(ref));
    const anchor = ceasefire.because.find((one) => {
      const report = story.reports.get(one.articleId);
      const event = report?.events.find(({ id }) => id === one.eventId);
      const isMoved = report?.counted.provenance.get(one.eventId)?.move;
      return event?.type === 'ceasefire' && !isMoved && refValue(one) !== refValue(ref);
    });
    return anchor ? [{ value: refValue(anchor), label: ceasefireName(ceasefire), isOwn }] : [];
  });
}

/** The entries of an event's lists, as choices of what to replace. */
export function entriesOf(event: Event): ReviewView['entries'] {
  const entries = (labels: string[]): Entry[] => labels.map((label, index) => ({ index, label }));
  return {
    actor: entries(event.actors.map(({ role, name }) => `${roleWords[role]()}: ${name}`)),
    count: entries(event.casualties.map(countWords)),
    claim: entries(event.claims.map(({ by, polarity }) => `${by}: ${polarityWords[polarity]()}`)),
    term: entries((event.terms ?? []).map(({ kind, span }) => `${termWords[kind]()}: ${span.quote}`)),
  };
}

/** Everybody whom the events of an article name, once each, as choices for an event that is added. */
export function actorsNamed(
  events: readonly Event[],
): { value: string; label: string; actor: Event['actors'][number] }[] {
  const byIdentity = new Map<string, Event['actors'][number]>();
  for (const actor of events.flatMap(({ actors }) => actors)) {
    const identity = actor.id ?? actor.name.toLowerCase();
    if (!byIdentity.has(identity)) byIdentity.set(identity, actor);
  }
  return [...byIdentity].map(([identity, actor]) => ({
    value: identity,
    label: actor.id ? `${actor.name} (${actor.id})` : actor.name,
    actor,
  }));
}

function shortened(quote: string): string {
  return quote.length > 90 ? m.review_shortened({ words: quote.slice(0, 88) }) : quote;
}
