import type { Told } from '../told.ts';
import type { ContextChange, Renaming } from './assign.ts';
import { genericKind, genericSide } from './generic-sides.ts';
import type { ConflictDefinition } from './known.ts';
import { inOneOnly, push } from './lists.ts';
import { plainName, wordsOf } from './names.ts';
import { type Named, sidesOf, textOf } from './sides.ts';

interface Actor extends Named {
  readonly articles: Set<string>;
}

interface Article {
  readonly told: readonly Told[];
  readonly actors: ReadonlySet<Actor>;
  /** The plain names of places. */
  readonly places: ReadonlySet<string>;
}

/** Actors who stand for different sides of one conflict. */
type Groups = readonly ReadonlySet<Actor>[];

/**
 * The actors of each side of a provisional conflict: by what they are called, and with "the army" and "the rebels" where
 * they may stand for one in an event. Only an article that names actors of two sides is part of it.
 */
interface SideActors {
  readonly named: Groups;
  readonly groups: Groups;
}

/** Which articles name whom: finds those that a change of the conflicts may assign otherwise. */
export class ActorIndex {
  private readonly actors = new Map<string | undefined, Map<string, Actor>>();
  private readonly byId = new Map<string, Actor[]>();
  private readonly byWord = new Map<string, Actor[]>();
  /** Actors such as "the army" and "the rebels". */
  private readonly generic = new Set<Actor>();
  /** Articles by the names of their places. */
  private readonly byPlace = new Map<string, Set<string>>();
  private readonly ofArticle = new Map<string, Article>();

  /** Takes in whom an article names, in place of whom it named before. */
  put(articleId: string, told: readonly Told[]): void {
    const before = this.ofArticle.get(articleId);
    for (const actor of before?.actors ?? []) actor.articles.delete(articleId);
    for (const place of before?.places ?? []) this.byPlace.get(place)?.delete(articleId);
    const actors = new Set<Actor>();
    const places = new Set<string>();
    for (const { event } of told) {
      for (const actor of event.actors) actors.add(this.actor(actor));
      for (const { by } of event.claims) actors.add(this.actor({ name: by }));
      if (event.where) places.add(plainName(event.where.name));
    }
    for (const actor of actors) actor.articles.add(articleId);
    for (const place of places) {
      const articles = this.byPlace.get(place);
      if (articles) articles.add(articleId);
      else this.byPlace.set(place, new Set([articleId]));
    }
    if (told.length > 0) this.ofArticle.set(articleId, { told, actors, places });
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
      if (id) push(this.byId, id, actor);
      else if (genericKind(name) !== null) this.generic.add(actor);
      for (const word of new Set(wordsOf(textOf(actor)))) push(this.byWord, word, actor);
    }
    return actor;
  }

  /**
   * The articles that may be assigned otherwise by what has changed: those of which an event may be of another conflict, and
   * those that name two of its sides and tell of no war by an event. `isByEvents`: whether an article does.
   */
  touchedBy(
    { ids, definitions, renamed }: Omit<ContextChange, 'isEstablished'>,
    isByEvents: (articleId: string) => boolean,
  ): Set<string> {
    const found = new Set<string>();
    for (const id of ids) {
      for (const { articles } of this.byId.get(id) ?? []) addAll(found, articles);
    }
    const addThoseOf = ({ named, groups }: SideActors, articles: Iterable<string>) => {
      for (const id of articles) {
        const article = this.ofArticle.get(id);
        if (!article || found.has(id) || !areOfTwo(groups, article.actors)) continue;
        const mayBeMain = !isByEvents(id) && areOfTwo(named, article.actors);
        if (mayBeMain || this.hasEventOfTwo(groups, article)) found.add(id);
      }
    };
    for (const definition of definitions) {
      const sides = this.sideActors(definition);
      addThoseOf(sides, smallerOf(sides.groups));
    }
    for (const renaming of renamed) {
      const articles = this.readOtherwise(renaming);
      addThoseOf(this.sideActors(renaming.before), articles);
      addThoseOf(this.sideActors(renaming.now), articles);
    }
    return found;
  }

  /** The articles in which somebody is read otherwise, or that tell of a place of such a name. */
  private readOtherwise({ before, now }: Renaming): Set<string> {
    const names = namesInOneOnly(before, now);
    const [old, current] = [sidesOf(before), sidesOf(now)];
    const articles = new Set<string>();
    for (const name of names) addAll(articles, this.byPlace.get(name) ?? []);
    for (const actor of this.withFirstWordOf(names)) {
      if (old(actor)[0]?.side !== current(actor)[0]?.side) addAll(articles, actor.articles);
    }
    return articles;
  }

  private hasEventOfTwo(groups: Groups, { told }: Article): boolean {
    return told.some(({ event }) =>
      areOfTwo(
        groups,
        event.actors.map((actor) => this.actor(actor)),
      ),
    );
  }

  private sideActors(definition: ConflictDefinition): SideActors {
    const read = sidesOf(definition);
    const named = definition.sides.map(() => new Set<Actor>());
    const byIds = definition.sides.flatMap(({ actors }) => actors.flatMap((id) => this.byId.get(id) ?? []));
    const byNames = this.withFirstWordOf(definition.sides.flatMap(({ names }) => names));
    for (const actor of new Set([...byIds, ...byNames])) {
      for (const { side } of read(actor)) named[side]?.add(actor);
    }
    const groups = named.map((group) => new Set(group));
    for (const actor of this.generic) groups[genericSide(actor.name, definition)]?.add(actor);
    return { named, groups };
  }

  private withFirstWordOf(names: Iterable<string>): Set<Actor> {
    const found = new Set<Actor>();
    for (const name of names) {
      const [first] = wordsOf(name);
      if (first) addAll(found, this.byWord.get(first) ?? []);
    }
    return found;
  }
}

/** Whether some actors are of more than one group. */
function areOfTwo(groups: Groups, actors: Iterable<Actor>): boolean {
  let first: ReadonlySet<Actor> | undefined;
  for (const actor of actors) {
    for (const group of groups) {
      if (group === first || !group.has(actor)) continue;
      if (first) return true;
      first = group;
    }
  }
  return false;
}

/** The articles of all groups but the largest: whatever is in two groups is among these. */
function smallerOf(groups: Groups): Set<string> {
  const sized = groups.map((group) => ({
    group,
    size: [...group].reduce((sum, { articles }) => sum + articles.size, 0),
  }));
  const [, ...smaller] = sized.sort((a, b) => b.size - a.size);
  const found = new Set<string>();
  for (const { group } of smaller) for (const { articles } of group) addAll(found, articles);
  return found;
}

function namesInOneOnly(before: ConflictDefinition, now: ConflictDefinition): Set<string> {
  return new Set(
    now.sides.flatMap(({ names }, side) => [...inOneOnly(before.sides[side]?.names ?? [], names)]),
  );
}

function addAll<T>(set: Set<T>, more: Iterable<T>): void {
  for (const one of more) set.add(one);
}
