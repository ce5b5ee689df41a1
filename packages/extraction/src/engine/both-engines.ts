import type { Event } from '@trucewatch/schema';
import { joinEvents } from './compare-events.ts';

/** Types and steps between which two readers of one sentence waver: taken for one happening, and marked as a difference. */
const alike: readonly (readonly string[])[] = [
  ['attack', 'clash'],
  ['talks', 'agreement'],
  ['threat', 'statement'],
  ['ceasefire/agreed', 'ceasefire/declared', 'ceasefire/took_effect', 'ceasefire/extended'],
  ['ceasefire/violated', 'ceasefire/collapsed', 'ceasefire/terminated'],
  ['ceasefire/called_for', 'ceasefire/proposed'],
];

/**
 * The events of both engines as one list: what both found stands once and carries both names, what one found stays
 * with its own. No event of the rules is lost. Ceasefires that the model numbered get the names of the rules' where an
 * event that both found ties the two together.
 */
export function bothEngines(rules: readonly Event[], model: readonly Event[]): Event[] {
  const left = new Set(model);
  const partners = new Map<Event, Event>();
  for (const level of [same, similar]) {
    for (const event of rules) {
      if (partners.has(event)) continue;
      const partner = best(
        event,
        [...left].filter((other) => level(event, other) && shareEvidence(event, other)),
      );
      if (!partner) continue;
      partners.set(event, partner);
      left.delete(partner);
    }
  }
  const refs = new Map<string, string>();
  for (const [event, partner] of partners) {
    const [theirs] = partner.ceasefireRefs;
    const [ours] = event.ceasefireRefs;
    if (theirs && ours && !refs.has(theirs)) refs.set(theirs, ours);
  }
  const joined = rules.map((event): Event => {
    const partner = partners.get(event);
    return partner ? joinEvents(event, partner) : { ...event, engines: ['rules'] };
  });
  const added = [...left].map((event) => ({
    ...event,
    ceasefireRefs: event.ceasefireRefs.map((ref) => refs.get(ref) ?? ref),
  }));
  return [...joined, ...added];
}

const kindOf = (event: Event): string => (event.step ? `${event.type}/${event.step}` : event.type);

function same(a: Event, b: Event): boolean {
  return kindOf(a) === kindOf(b);
}

function similar(a: Event, b: Event): boolean {
  return alike.some((group) => group.includes(kindOf(a)) && group.includes(kindOf(b)));
}

function shareEvidence(a: Event, b: Event): boolean {
  return a.evidence.some((one) =>
    b.evidence.some(
      (other) =>
        (one.in ?? 'text') === (other.in ?? 'text') && one.start < other.end && other.start < one.end,
    ),
  );
}

/** The one with most in common, the first among equals; opposite initiators are two happenings ("each accused the other"). */
function best(event: Event, others: readonly Event[]): Event | undefined {
  const scored = others
    .map((other) => ({ other, score: inCommon(event, other) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.other;
}

function inCommon(a: Event, b: Event): number {
  const [ours, theirs] = [initiators(a), initiators(b)];
  if (ours.length > 0 && theirs.length > 0 && !ours.some((one) => theirs.includes(one))) return -1;
  const names = new Set(a.actors.map(identity));
  const shared = b.actors.filter((actor) => names.has(identity(actor))).length;
  return shared + (a.where && b.where && a.where.id === b.where.id ? 1 : 0);
}

function initiators(event: Event): string[] {
  return event.actors.filter((actor) => actor.role === 'initiator').map(identity);
}

function identity(actor: Event['actors'][number]): string {
  return actor.id ?? actor.name.toLowerCase();
}
