import type { Actor } from '@trucewatch/schema';
import { publishedOf, type Told } from '../told.ts';
import { genericSide } from './generic-sides.ts';
import type { ConflictDefinition } from './known.ts';
import { plainName } from './names.ts';
import type { SideOf, SideReader } from './sides.ts';

/**
 * Reads the sides of one conflict. A name that says nothing by itself ("Aliyev") is on the side on which the
 * conflict's own actors of that name stand, when all of them stand on one; else "the army" is the state's where one state fights.
 */
export class OwnSides {
  private readonly read: SideOf;
  /** For each plain name the sides on which actors of that name and a canonical id stand, with how many events say so. */
  private readonly sides = new Map<string, Map<number, number>>();
  /** What was answered for names without an id; forgotten when an answer may have changed. */
  private readonly answers = new Map<string, { plain: string; side: number }>();
  private readonly asked = new Set<string>();
  /** When the first article came out that gave a name its side, epoch milliseconds UTC. */
  private readonly learnedAt = new Map<string, number>();

  private readonly definition: ConflictDefinition;

  /** @param index the position of the conflict in the list that the reader was made of */
  constructor(definition: ConflictDefinition, index: number, reader: SideReader) {
    this.definition = definition;
    this.read = (actor) => reader(actor).find(({ conflict }) => conflict === index)?.side ?? -1;
  }

  /** Takes in the actors of events, or takes them out again. Returns whether an answer given before has changed. */
  learn(events: readonly Told[], times: 1 | -1): boolean {
    let isChanged = false;
    for (const { event } of events) {
      for (const actor of event.actors) {
        if (!actor.id) continue;
        const plain = plainName(actor.name);
        const before = this.sideOfName(plain);
        const side = this.read(actor);
        const counts = this.sides.get(plain) ?? new Map<number, number>();
        const count = (counts.get(side) ?? 0) + times;
        if (count > 0) counts.set(side, count);
        else counts.delete(side);
        this.sides.set(plain, counts);
        if (times === 1)
          this.learnedAt.set(plain, Math.min(this.learnedAt.get(plain) ?? Infinity, publishedOf(events)));
        if (this.asked.has(plain) && this.sideOfName(plain) !== before) isChanged = true;
      }
    }
    if (isChanged) {
      this.answers.clear();
      this.asked.clear();
    }
    return isChanged;
  }

  /** The last publication that the reading of an article's names rests on, where that is later than its own; epoch milliseconds UTC. */
  learnedFrom(events: readonly Told[]): number {
    let last = Number.NEGATIVE_INFINITY;
    for (const { event } of events) {
      for (const { name, id } of [
        ...event.actors,
        ...event.claims.map(({ by }) => ({ name: by, id: undefined })),
      ]) {
        if (!id) last = Math.max(last, this.learnedAt.get(plainName(name)) ?? last);
      }
    }
    return last > publishedOf(events) ? last : Number.NEGATIVE_INFINITY;
  }

  private sideOfName(plain: string): number {
    const [side, another] = this.sides.get(plain)?.keys() ?? [];
    return side === undefined || another !== undefined ? -1 : side;
  }

  /** The side an actor stands on, or -1. */
  readonly of: SideOf = (actor: Pick<Actor, 'name'> & { id?: string | undefined }) => {
    const side = this.read(actor);
    if (side >= 0 || actor.id) return side;
    let answer = this.answers.get(actor.name);
    if (!answer) {
      const plain = plainName(actor.name);
      const named = this.sideOfName(plain);
      answer = { plain, side: named >= 0 ? named : genericSide(actor.name, this.definition) };
      this.answers.set(actor.name, answer);
      this.asked.add(plain);
    }
    return answer.side;
  };
}
