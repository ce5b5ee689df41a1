import type { Actor, Event } from '@trucewatch/schema';

const fighting = new Set(['ceasefire', 'attack', 'clash', 'capture', 'exchange', 'withdrawal']);

/** Whether the event is of a war: a conflict is shown once it has such an event. */
export function isOfWar(event: Event): boolean {
  return fighting.has(event.type);
}

/** Whether the event is told as having been so or as coming: what is denied, feared or past history opens nothing. */
export function isCurrent(event: Event): boolean {
  return event.reality === 'actual' || event.reality === 'future';
}

/** The actors that may stand on a side of a war in this event: not mediators, and not whoever calls for a truce. */
export function fighters(event: Event): Actor[] {
  const isCall = event.step === 'called_for' || event.type === 'statement';
  return event.actors.filter(({ role }) => role !== 'mediator' && !(isCall && role === 'initiator'));
}

/**
 * Two actors that the event sets against each other, or null. Names without a canonical id count only
 * where the event itself says that they are parties: an attack's target may be a town or a school.
 */
export function foesOf(event: Event): [Actor, Actor] | null {
  if (!isOfWar(event) || !isCurrent(event)) return null;
  const canBeFoe = (actor: Actor) =>
    actor.id ? /^(country|group):/.test(actor.id) : /\p{Lu}/u.test(actor.name) && event.type !== 'attack';
  const able = fighters(event).filter((actor) => actor.role !== 'victim' && canBeFoe(actor));
  const initiator = able.find(({ role }) => role === 'initiator');
  const recipient = able.find(({ role }) => role === 'recipient');
  if (initiator && recipient) return [initiator, recipient];
  const [first, second, third] = able.filter(({ role }) => role === 'party');
  return first && second && !third ? [first, second] : null;
}
