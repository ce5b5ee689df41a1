import type { EventRef, MergeDecision } from '@trucewatch/schema';
import type { SideOf } from '../conflicts/sides.ts';
import { type Told, versionOf } from '../told.ts';
import { applyDecisions, type DecisionOutcome } from './decisions.ts';
import { areTwins, byStart, type Happening, happeningOf } from './happening.ts';
import { NearEvents } from './near.ts';
import type { Group, Node } from './node.ts';
import { Placement } from './placement.ts';
import { priorityOf } from './priority.ts';
import { type Traits, traitReader } from './traits.ts';

export interface MergeOptions {
  /**
   * The side of the conflict that an actor stands on, -1 for none. It must depend on the actor alone: an answer that
   * changes with the events needs a new index.
   */
  readonly sideOf?: SideOf | undefined;
  readonly decisions?: readonly MergeDecision[] | undefined;
}

/** What has changed since it was last asked for. */
export interface HappeningChanges {
  /** New ones, and those with another set of events or other links. */
  readonly made: readonly Happening[];
  /** Ids of happenings that are no more. */
  readonly gone: readonly string[];
}

/**
 * The happenings of one conflict, kept up to date event by event. What it holds is a function of the set of events
 * and decisions given so far: order, repetition, batches and what was taken out again change nothing. One more event
 * costs time by how many events stand within two days of it, not by how long the history is.
 */
export class HappeningIndex {
  readonly #read: (told: Told) => Traits;
  readonly #near = new NearEvents();
  readonly #nodes = new Map<string, Node>();
  readonly #articles = new Map<string, Node[]>();
  readonly #built = new Map<Group, Happening>();
  readonly #changed = new Set<Group>();
  readonly #gone = new Set<string>();
  readonly #placement: Placement;
  #decisions: readonly MergeDecision[];

  constructor({ sideOf = () => -1, decisions = [] }: MergeOptions = {}) {
    this.#read = traitReader(sideOf);
    this.#decisions = decisions;
    this.#placement = new Placement(
      applyDecisions(decisions, () => []),
      (node) => this.#setOf(node),
      (group) => this.#forget(group),
    );
  }

  /** Adds events; one that is there already is passed over, or replaced where it is told in another version. */
  add(events: Iterable<Told>): void {
    const articles = new Set<string>();
    for (const told of events) {
      const known = this.#nodes.get(told.key);
      if (known) {
        if (known.told.event === told.event || versionOf(known.told) <= versionOf(told)) continue;
        this.#drop(known);
      }
      this.#insert(told);
      articles.add(told.ref.articleId);
    }
    this.#settle(articles);
  }

  /** Takes an article's events out, as if it had never come: it was deleted, withdrawn or corrected. */
  remove(articleId: string): void {
    for (const node of this.#articles.get(articleId) ?? []) this.#drop(node);
    this.#settle(new Set([articleId]));
  }

  /** Replaces all decisions by people. */
  decide(decisions: readonly MergeDecision[]): void {
    this.#decisions = decisions;
    this.#constrain();
    this.#placement.settle(this.#nodes);
  }

  /** What became of each decision, the latest first. */
  get outcomes(): readonly DecisionOutcome[] {
    return this.#placement.constraints.outcomes;
  }

  /** All happenings, in the order in which they began. */
  happenings(): Happening[] {
    return byStart(this.#placement.groups).map((group) => this.#build(group));
  }

  /** The happening that an event tells of. */
  happeningOf({ articleId, eventId }: EventRef): Happening | undefined {
    const group = this.#nodes.get(`${articleId}\n${eventId}`)?.group;
    return group ? this.#build(group) : undefined;
  }

  /** The events of a happening as they were given. */
  toldOf({ events }: Happening): Told[] {
    return events.flatMap(
      ({ articleId, eventId }) => this.#nodes.get(`${articleId}\n${eventId}`)?.told ?? [],
    );
  }

  /** What has changed since the last call: for whoever keeps the happenings elsewhere. */
  takeChanges(): HappeningChanges {
    const made = Array.from(this.#changed, (group) => this.#build(group));
    for (const { id } of made) this.#gone.delete(id);
    const gone = [...this.#gone];
    this.#changed.clear();
    this.#gone.clear();
    return { made, gone };
  }

  #insert(told: Told): void {
    const traits = this.#read(told);
    const node: Node = {
      told,
      traits,
      priority: priorityOf(told, traits),
      near: [],
      likeness: [],
      group: null,
      via: null,
      viaLikeness: 0,
      refusals: [],
      link: null,
      isByPerson: false,
      isMarked: false,
      isTwin: false,
    };
    this.#nodes.set(told.key, node);
    const article = this.#articles.get(told.ref.articleId);
    if (article) article.push(node);
    else this.#articles.set(told.ref.articleId, [node]);
    if (article) this.#settleTwins(node, article);
    this.#near.add(node);
    this.#placement.mark(node);
  }

  #drop(node: Node): void {
    this.#placement.leave(node);
    this.#near.remove(node);
    this.#nodes.delete(node.told.key);
    const { articleId } = node.told.ref;
    const rest = this.#articles.get(articleId)?.filter((other) => other !== node) ?? [];
    if (rest.length > 0) this.#articles.set(articleId, rest);
    else this.#articles.delete(articleId);
    for (const other of rest) if (areTwins(node, other)) this.#settleTwins(other, rest);
  }

  #settle(articles: ReadonlySet<string>): void {
    const isCited = ({ articleId }: EventRef) => articles.has(articleId);
    if (this.#decisions.some(({ events }) => events.some(isCited))) this.#constrain();
    this.#placement.settle(this.#nodes);
  }

  #constrain(): void {
    const old = this.#placement.constraints;
    const next = applyDecisions(this.#decisions, (articleId) =>
      (this.#articles.get(articleId) ?? []).map(({ told }) => told),
    );
    this.#reconsider(old.keys);
    this.#placement.constraints = next;
    this.#reconsider(next.keys);
  }

  #reconsider(keys: ReadonlySet<string>): void {
    for (const key of keys) {
      const node = this.#nodes.get(key);
      if (node) this.#placement.reconsider(node);
    }
  }

  #setOf({ told }: Node): Node[] | null {
    const { setOf, sets } = this.#placement.constraints;
    if (sets.size === 0) return null;
    const keys = sets.get(setOf(told.key));
    return keys ? keys.flatMap((key) => this.#nodes.get(key) ?? []) : null;
  }

  /** Events of one article that nothing but their ids tells apart: the ids of their happenings then have to. */
  #settleTwins(node: Node, article: readonly Node[]): void {
    const twins = article.filter((other) => areTwins(node, other));
    for (const one of [node, ...twins]) {
      const isTwin = twins.length > 0;
      if (one.isTwin !== isTwin && one.group) this.#forget(one.group);
      one.isTwin = isTwin;
    }
  }

  #forget(group: Group): void {
    const known = this.#built.get(group);
    if (known) this.#gone.add(known.id);
    this.#built.delete(group);
    if (group.members.length > 0) this.#changed.add(group);
    else this.#changed.delete(group);
  }

  #build(group: Group): Happening {
    let known = this.#built.get(group);
    if (!known) {
      known = happeningOf(group);
      this.#built.set(group, known);
    }
    return known;
  }
}
