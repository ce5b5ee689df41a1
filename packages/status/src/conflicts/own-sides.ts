import type { Actor } from '@trucewatch/schema';
import type { Told } from '../told.ts';
import { wordsOf } from './names.ts';
import type { SideOf, SideReader } from './sides.ts';

/**
 * Reads the side of one conflict. A name that says nothing by itself ("Aliyev") is on the side on which the
 * events' own actors of that name stand, when all of them stand on one.
 */
export function sideReaderOf(index: number, events: readonly Told[], reader: SideReader): SideOf {
  const read: SideOf = (actor) => reader(actor).find(({ conflict }) => conflict === index)?.side ?? -1;
  const spellings = new Map<string, Actor>();
  for (const { event } of events) {
    for (const actor of event.actors) if (actor.id) spellings.set(`${actor.id}\n${actor.name}`, actor);
  }
  const sidesByName = new Map<string, number>();
  for (const actor of spellings.values()) {
    const name = wordsOf(actor.name).join(' ');
    const side = read(actor);
    sidesByName.set(name, (sidesByName.get(name) ?? side) === side ? side : -1);
  }
  const unnamed = new Map<string, number>();
  return (actor) => {
    const side = read(actor);
    if (side >= 0 || actor.id) return side;
    const known = unnamed.get(actor.name) ?? sidesByName.get(wordsOf(actor.name).join(' ')) ?? -1;
    unnamed.set(actor.name, known);
    return known;
  };
}
