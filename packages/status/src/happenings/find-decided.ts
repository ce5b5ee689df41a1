import type { DecidedEvent, Event } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import type { Told } from '../told.ts';

/** An event as a decision holds it, so that it is found again after a new extraction. */
export function decidedEvent(articleId: string, event: Event): DecidedEvent {
  const [quote] = event.evidence as [Event['evidence'][number], ...Event['evidence']];
  const { id: eventId, type, step } = event;
  return { articleId, eventId, type, ...(step ? { step } : {}), quote, actors: actorsOf(event) };
}

/**
 * The event that a decision means, among those of its article: the one of its id; else the one of its type and step
 * whose words overlap the quote most, or which holds the same words elsewhere; of several on one quote that with
 * most of its actors. Null when there is none any more.
 */
export function findEvent(wanted: DecidedEvent, events: readonly Event[]): Event | null {
  const same = events.find(({ id }) => id === wanted.eventId);
  if (same) return same;
  const candidates = events
    .filter(({ type, step }) => type === wanted.type && step === wanted.step)
    .map((event) => ({ event, words: overlap(wanted, event), actors: sharedActors(wanted, event) }))
    .filter(({ words }) => words > 0)
    .sort((a, b) => b.words - a.words || b.actors - a.actors || byText(a.event.id, b.event.id));
  return candidates[0]?.event ?? null;
}

/** The same among events as they are told. */
export function findDecided(wanted: DecidedEvent, told: readonly Told[]): Told | null {
  const found = findEvent(
    wanted,
    told.map(({ event }) => event),
  );
  return found ? (told.find(({ event }) => event === found) ?? null) : null;
}

/** How much of the quote an event's evidence has, from 0 to 1. */
function overlap({ quote }: DecidedEvent, { evidence }: Event): number {
  const shares = evidence.map((span) => {
    if (span.quote === quote.quote) return 1;
    if ((span.in ?? 'text') !== (quote.in ?? 'text')) return 0;
    const shared = Math.min(span.end, quote.end) - Math.max(span.start, quote.start);
    return Math.max(0, shared) / (quote.end - quote.start);
  });
  return Math.max(0, ...shares);
}

function sharedActors({ actors }: DecidedEvent, event: Event): number {
  const own = actorsOf(event);
  return actors.filter((actor) => own.includes(actor)).length - Math.abs(own.length - actors.length) / 100;
}

function actorsOf({ actors }: Event): string[] {
  return actors.map(({ role, id, name }) => `${role}:${id ?? name}`);
}
