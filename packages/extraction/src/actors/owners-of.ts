import type { Phrase } from '@trucewatch/language';
import { type Line, rangeOf } from '../document.ts';
import type { ActorRef } from './actor-ref.ts';
import { reference } from './actors-of-phrase.ts';

/** The sides whose things the phrases name: "Azerbaijani cities", "villages in Armenia", "Stepanakert". */
export function ownersOf(phrases: readonly Phrase[], line: Line): ActorRef[] {
  const owners: ActorRef[] = [];
  for (const phrase of phrases) {
    const range = rangeOf(line, { first: phrase.first, last: phrase.extent });
    for (const actor of line.actors) {
      const inside =
        actor.start >= range.start &&
        actor.end <= range.end &&
        !actor.qualifies &&
        !actor.dateline &&
        actor.kind !== 'person';
      if (inside && !owners.some((known) => known.id === actor.id))
        owners.push({ ...reference(line, actor), id: actor.id });
    }
  }
  return owners;
}
