import type { Told } from '../told.ts';
import { genericKind, onlyState } from './generic-sides.ts';
import type { ConflictDefinition } from './known.ts';
import { wordsOf } from './names.ts';
import { type Named, sidesOf, textOf } from './sides.ts';

interface Actor extends Named {
  readonly articles: Set<string>;
}

interface Changed {
  /** Conflicts as they were and as they are. */
  readonly definitions: Iterable<ConflictDefinition>;
  /** Actors that now belong to a side by their ids, or no longer do. */
  readonly ids: Iterable<string>;
}

/** Which articles name whom: finds those that a change of the conflicts may assign otherwise. */
export class ActorIndex {
  private readonly actors = new Map<string | undefined, Map<string, Actor>>();
  private readonly byId = new Map<string, Actor[]>();
  private readonly byWord = new Map<string, Actor[]>();
  /** Actors such as "the army" and "the rebels". */
  private readonly generic: Actor[] = [];
  private readonly ofArticle = new Map<string, ReadonlySet<Actor>>();

  /** Takes in whom an article names, in place of whom it named before. */
  put(articleId: string, told: readonly Told[]): void {
    for (const actor of this.ofArticle.get(articleId) ?? []) actor.articles.delete(articleId);
    const now = new Set<Actor>();
    for (const { event } of told) {
      for (const actor of event.actors) now.add(this.actor(actor));
      for (const { by } of event.claims) now.add(this.actor({ name: by }));
    }
    for (const actor of now) actor.articles.add(articleId);
    if (now.size > 0) this.ofArticle.set(articleId, now);
    else this.ofArticle.delete(articleId);
  }

  private actor({ id, name }: Named): Actor {
    let named = this.actors.get(id);
    if (!named) {
      named = new Map();
      this.actors.set(id, named);
    }
    let actor = named.get(name);
    if (!actor) {
      actor = { id, name, articles: new Set() };
      named.set(name, actor);
      if (id) list(this.byId, id).push(actor);
      else if (genericKind(name) !== null) this.generic.push(actor);
      for (const word of new Set(wordsOf(textOf(actor)))) list(this.byWord, word).push(actor);
    }
    return actor;
  }

  /**
   * The articles that may be assigned otherwise by conflicts that have changed. A provisional conflict is found only in an
   * article that names two of its sides, or one and "the army" or "the rebels".
   */
  touchedBy({ definitions, ids }: Changed): Set<string> {
    const found = new Set<string>();
    for (const id of ids) {
      for (const { articles } of this.byId.get(id) ?? []) for (const article of articles) found.add(article);
    }
    for (const definition of definitions) this.addThoseOf(definition, found);
    return found;
  }

  private addThoseOf(definition: ConflictDefinition, found: Set<string>): void {
    const read = sidesOf(definition);
    const bySide = definition.sides.map((): Actor[] => []);
    for (const actor of this.candidates(definition)) {
      for (const { side } of read(actor)) bySide[side]?.push(actor);
    }
    const groups = onlyState(definition) < 0 ? bySide : [...bySide, this.generic];
    const sizes = new Map(groups.map((group) => [group, sum(group.map(({ articles }) => articles.size))]));
    // Whatever is in two groups is in one that is not the largest.
    const [, ...smaller] = [...groups].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
    for (const group of smaller) {
      const others = groups.filter((other) => other !== group).flat();
      for (const { articles } of group) {
        for (const article of articles) {
          if (found.has(article)) continue;
          if (others.some((other) => other.articles.has(article))) found.add(article);
        }
      }
    }
  }

  private candidates({ sides }: ConflictDefinition): Set<Actor> {
    const found = new Set<Actor>();
    for (const { actors, names } of sides) {
      for (const id of actors) for (const actor of this.byId.get(id) ?? []) found.add(actor);
      for (const name of names) {
        const [first] = wordsOf(name);
        if (first) for (const actor of this.byWord.get(first) ?? []) found.add(actor);
      }
    }
    return found;
  }
}

function list<K, V>(lists: Map<K, V[]>, key: K): V[] {
  let found = lists.get(key);
  if (!found) {
    found = [];
    lists.set(key, found);
  }
  return found;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
