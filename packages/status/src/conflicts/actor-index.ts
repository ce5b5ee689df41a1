import type { Told } from '../told.ts';
import type { ContextChange, Renaming } from './assign.ts';
import { genericKind, onlyState } from './generic-sides.ts';
import type { ConflictDefinition } from './known.ts';
import { wordsOf } from './names.ts';
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
      if (event.where) places.add(wordsOf(event.where.name).join(' '));
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
      if (id) list(this.byId, id).push(actor);
      else if (genericKind(name) !== null) this.generic.add(actor);
      for (const word of new Set(wordsOf(textOf(actor)))) list(this.byWord, word).push(actor);
    }
    return actor;
  }

  /**
   * The articles that may be assigned otherwise by what has changed. `isByEvents`: whether an article's main war is told of
   * by events of its own: it takes another one only where an event is of that.
   */
  touchedBy(
    { ids, definitions, renamed }: Omit<ContextChange, 'isEstablished'>,
    isByEvents: (articleId: string) => boolean,
  ): Set<string> {
    const found = new Set<string>();
    for (const id of ids) {
      for (const { articles } of this.byId.get(id) ?? []) addAll(found, articles);
    }
    const addThoseOf = (groups: Groups, articles: Iterable<string>) => {
      for (const article of articles) {
        if (found.has(article) || !isInTwo(groups, article)) continue;
        if (!isByEvents(article) || this.hasEventInTwo(groups, article)) found.add(article);
      }
    };
    for (const definition of definitions) {
      const groups = this.groupsOf(definition);
      for (const { articles } of smallerOf(groups)) addThoseOf(groups, articles);
    }
    for (const renaming of renamed) {
      const articles = this.readOtherwise(renaming);
      addThoseOf(this.groupsOf(renaming.before), articles);
      addThoseOf(this.groupsOf(renaming.now), articles);
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

  private hasEventInTwo(groups: Groups, articleId: string): boolean {
    return (this.ofArticle.get(articleId)?.told ?? []).some(({ event }) => {
      const actors = event.actors.map((actor) => this.actor(actor));
      return groups.filter((group) => actors.some((actor) => group.has(actor))).length > 1;
    });
  }

  /**
   * The actors on each side of a provisional conflict, and "the army" and "the rebels" where they may stand for one: only
   * an article that names actors of two of these groups is part of it.
   */
  private groupsOf(definition: ConflictDefinition): Groups {
    const read = sidesOf(definition);
    const bySide = definition.sides.map(() => new Set<Actor>());
    const byIds = definition.sides.flatMap(({ actors }) => actors.flatMap((id) => this.byId.get(id) ?? []));
    const byNames = this.withFirstWordOf(definition.sides.flatMap(({ names }) => names));
    for (const actor of new Set([...byIds, ...byNames])) {
      for (const { side } of read(actor)) bySide[side]?.add(actor);
    }
    return onlyState(definition) < 0 ? bySide : [...bySide, this.generic];
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

function isInTwo(groups: Groups, article: string): boolean {
  let held = 0;
  for (const group of groups) {
    for (const actor of group) {
      if (!actor.articles.has(article)) continue;
      held++;
      break;
    }
  }
  return held > 1;
}

/** The actors of all groups but the largest: whatever is in two groups is in one of these. */
function smallerOf(groups: Groups): Actor[] {
  const sizes = new Map(groups.map((group) => [group, sum([...group].map(({ articles }) => articles.size))]));
  const [, ...smaller] = [...groups].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  return smaller.flatMap((group) => [...group]);
}

function namesInOneOnly(before: ConflictDefinition, now: ConflictDefinition): Set<string> {
  return new Set(
    now.sides.flatMap(({ names }, side) => {
      const old = before.sides[side]?.names ?? [];
      const [known, current] = [new Set(old), new Set(names)];
      return [...names.filter((name) => !known.has(name)), ...old.filter((name) => !current.has(name))];
    }),
  );
}

function addAll<T>(set: Set<T>, more: Iterable<T>): void {
  for (const one of more) set.add(one);
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
