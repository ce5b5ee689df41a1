import {
  type Act,
  type Conflict,
  type EventRef,
  type Interval,
  type MergeDecision,
  mergeDecisionsOf,
  publicationInterval,
  type Timeline,
} from '@trucewatch/schema';
import { inForce } from '../acts/in-order.ts';
import { byText } from '../compare.ts';
import { ActorIndex } from '../conflicts/actor-index.ts';
import { Assignment, type ContextChange } from '../conflicts/assign.ts';
import { isSameNaming, namingOf, noNaming } from '../conflicts/naming.ts';
import type { HappeningIndex } from '../happenings/happening-index.ts';
import { replacedIds } from '../sources/corrections.ts';
import {
  publicationOf,
  publishedOf,
  type Report,
  type ReportedArticle,
  type Told,
  tellingOf,
} from '../told.ts';
import { Ledger } from './ledger.ts';

/** What a story leaves out. */
export interface StoryLimits {
  /** Articles that came out later are ignored, epoch milliseconds UTC. */
  readonly asKnownAt?: number | null;
  /** What happened later is ignored, and the timelines end there, epoch milliseconds UTC. */
  readonly until?: number | null;
}

interface Entry {
  readonly reports: readonly Report[];
  readonly told: readonly Told[];
  /** The ids of the conflicts that it is part of. */
  conflicts: ReadonlySet<string>;
}

/**
 * All conflicts that a growing set of articles tells of. Articles may be put in, replaced and taken out in any order and
 * in batches of any size: what is told depends on the set alone. A further article costs the time of its own conflict's
 * present stretch, not of the history.
 */
export class Story {
  private readonly limits: StoryLimits;
  private readonly entries = new Map<string, Entry>();
  private readonly assignment = new Assignment();
  private readonly actors = new ActorIndex();
  private readonly ledgers = new Map<string, Ledger>();
  private acts: readonly Act[] = [];
  private decisions: readonly MergeDecision[] = [];
  private naming = noNaming;
  /** The last publication of any article, epoch milliseconds UTC. */
  private latest = Number.NEGATIVE_INFINITY;
  /** The articles that replace others, and those that they replace. */
  private readonly correctors = new Map<string, ReportedArticle>();
  private replaced: ReadonlySet<string> = new Set();
  /** The last correction: what was known before it rests on articles that no longer count. */
  private correctedSince = Number.NEGATIVE_INFINITY;
  /** The publication of the article that last changed how others are assigned. */
  private contextSince = Number.NEGATIVE_INFINITY;
  /** By what articles may be assigned otherwise than they are. */
  private readonly unsettled: ContextChange[] = [];

  constructor(limits: StoryLimits = {}) {
    this.limits = limits;
  }

  /** Adds reports. Several of one article add up; the same event twice counts once. Returns the ids of the conflicts that they touch. */
  add(reports: Iterable<Report>): Set<string> {
    const touched = new Set<string>();
    const inOrder = [...reports].sort((a, b) => publicationOf(a) - publicationOf(b));
    for (const [id, more] of Map.groupBy(inOrder, ({ article }) => article.id)) {
      this.set(id, [...(this.entries.get(id)?.reports ?? []), ...more], touched);
    }
    return this.settled(touched);
  }

  /** Puts each report in place of whatever was there of its article. Many at once cost less than one after the other. */
  replace(...reports: readonly Report[]): Set<string> {
    const touched = new Set<string>();
    for (const report of reports) this.set(report.article.id, [report], touched);
    return this.settled(touched);
  }

  /** Takes an article out as if it had never been there. */
  remove(articleId: string): Set<string> {
    const touched = new Set<string>();
    this.set(articleId, [], touched);
    return this.settled(touched);
  }

  /** Once for all that came together: other articles are assigned anew where what they rest on has changed. */
  private settled(touched: Set<string>): Set<string> {
    if (this.unsettled.length > 0) this.reassign(this.touchedBy(this.unsettled.splice(0)), touched);
    return touched;
  }

  private set(id: string, reports: readonly Report[], touched: Set<string>): void {
    this.count(id, reports, touched);
    const known = this.limits.asKnownAt ?? Number.POSITIVE_INFINITY;
    const corrector = reports.find(
      (report) => report.article.replaces !== undefined && publicationOf(report) <= known,
    );
    if (corrector) this.correctors.set(id, corrector.article);
    else if (!this.correctors.delete(id)) return;
    this.correctedSince = Math.max(this.correctedSince, corrector ? publicationOf(corrector) : this.latest);
    const before = this.replaced;
    this.replaced = replacedIds(this.correctors.values());
    for (const other of new Set([...before, ...this.replaced])) {
      const entry = this.entries.get(other);
      if (entry && before.has(other) !== this.replaced.has(other)) this.count(other, entry.reports, touched);
    }
  }

  private withdrawnAt({ withdrawn }: ReportedArticle): number {
    return typeof withdrawn === 'string' ? publicationInterval(withdrawn).latest : Number.NEGATIVE_INFINITY;
  }

  /** Counts what the reports of an article tell, unless another article replaces it. */
  private count(id: string, reports: readonly Report[], touched: Set<string>): void {
    const told = this.replaced.has(id)
      ? []
      : tellingOf(reports, this.limits.asKnownAt ?? null, this.limits.until ?? null);
    for (const { article } of reports) {
      if (article.withdrawn !== undefined)
        this.correctedSince = Math.max(this.correctedSince, this.withdrawnAt(article));
    }
    const old = this.entries.get(id);
    const before = old?.conflicts ?? new Set<string>();
    const { change, isLess } = this.assignment.put(id, told);
    this.actors.put(id, told);
    this.latest = Math.max(this.latest, publishedOf(told));
    if (reports.length === 0) this.entries.delete(id);
    else this.entries.set(id, { reports, told, conflicts: before });
    if (change) this.contextSince = Math.max(this.contextSince, publishedOf(told));
    if (isLess) {
      this.contextSince = this.latest;
      for (const ledger of this.ledgers.values()) ledger.settle(this.latest);
    }
    this.assign(id, told, before, touched, true);
    if (change) this.unsettled.push(change);
  }

  private touchedBy(changes: readonly ContextChange[]): Iterable<string> {
    if (changes.some(({ isEstablished }) => isEstablished)) return this.entries.keys();
    return this.actors.touchedBy({
      definitions: new Set(changes.flatMap(({ definitions }) => definitions)),
      ids: new Set(changes.flatMap(({ ids }) => ids)),
    });
  }

  private reassign(articleIds: Iterable<string>, touched: Set<string>): void {
    this.renewProvisional(touched);
    for (const id of articleIds) {
      const entry = this.entries.get(id);
      if (entry) this.assign(id, entry.told, entry.conflicts, touched, false);
    }
  }

  /** A provisional conflict of which another name was learnt begins anew, with the articles that are assigned to it next. */
  private renewProvisional(touched: Set<string>): void {
    const current = new Map(this.assignment.conflicts.map((one) => [one.id, one]));
    for (const [conflictId, { definition }] of this.ledgers) {
      const now = current.get(conflictId);
      if (now === definition) continue;
      this.ledgers.delete(conflictId);
      touched.add(conflictId);
    }
  }

  private assign(
    id: string,
    told: readonly Told[],
    before: ReadonlySet<string>,
    touched: Set<string>,
    isChanged: boolean,
  ): void {
    const assigned = told.length === 0 ? new Map<number, Told[]>() : this.assignment.of(told);
    const conflicts = new Set<string>();
    for (const [index, events] of assigned) {
      const definition = this.assignment.conflicts[index];
      if (!definition) continue;
      conflicts.add(definition.id);
      let ledger = this.ledgers.get(definition.id);
      if (!ledger) {
        ledger = new Ledger(definition);
        ledger.decide(this.decisions);
        this.ledgers.set(definition.id, ledger);
      }
      if (!isChanged && ledger.has(id, events)) continue;
      ledger.put(id, events);
      if (!isChanged || publishedOf(told) < this.contextSince) ledger.settle(this.contextSince);
      touched.add(definition.id);
    }
    for (const conflictId of before) {
      if (conflicts.has(conflictId)) continue;
      const ledger = this.ledgers.get(conflictId);
      ledger?.put(id, []);
      if (!isChanged) ledger?.settle(this.contextSince);
      touched.add(conflictId);
    }
    const entry = this.entries.get(id);
    if (entry) entry.conflicts = conflicts;
  }

  /**
   * The status of a conflict at an instant, as it is known now or was known at another one (epoch milliseconds UTC); null
   * while nothing has moved it. Takes the time of one stretch of articles, however long the history is.
   */
  statusAt(conflictId: string, at: number, asKnownAt: number | null = null): Interval | null {
    const ledger = this.ledgers.get(conflictId);
    if (asKnownAt === null) return ledger?.statusAt(at) ?? null;
    if (ledger && asKnownAt >= Math.max(ledger.settledSince, this.correctedSince))
      return ledger.statusAsKnown(at, asKnownAt);
    // Later articles changed how those of that time are read: they are read again without them.
    const then = new Story({ ...this.limits, asKnownAt });
    then.decide(this.acts);
    then.add([...this.entries.values()].flatMap(({ reports }) => reports));
    return then.statusAt(conflictId, at);
  }

  /**
   * The events on which the status of a conflict rests, from an instant on (epoch milliseconds UTC): those without which it
   * would be another one, the ones first without which it would be so longest. They are what a reviewer should look at first.
   */
  decisive(conflictId: string, from: number): { ref: EventRef; hours: number }[] {
    const ledger = this.ledgers.get(conflictId);
    if (!ledger) return [];
    const horizon = this.limits.until ?? this.horizon();
    return ledger
      .citedSince(from)
      .map((ref) => ({ ref, hours: ledger.hoursWithout(ref, from, horizon) }))
      .filter(({ hours }) => hours > 0)
      .sort(
        (a, b) =>
          b.hours - a.hours ||
          byText(a.ref.articleId, b.ref.articleId) ||
          byText(a.ref.eventId, b.ref.eventId),
      );
  }

  /** The happenings of a conflict, each with the reports merged into it; null when there is no such conflict. */
  happenings(conflictId: string): HappeningIndex | null {
    return this.ledgers.get(conflictId)?.happenings() ?? null;
  }

  /**
   * Replaces what people have decided of several articles at once: which reports tell of one happening, and what provisional
   * conflicts are called or are part of. Other acts are passed over: they come in with the reports of their articles
   * (`countReport`). Returns the ids of the conflicts that it may touch.
   */
  decide(acts: readonly Act[]): Set<string> {
    const touched = new Set<string>();
    this.acts = acts;
    this.decisions = mergeDecisionsOf(inForce(acts));
    for (const [id, ledger] of this.ledgers) if (ledger.decide(this.decisions)) touched.add(id);
    const naming = namingOf(acts);
    if (isSameNaming(naming, this.naming)) return touched;
    this.naming = naming;
    this.assignment.name(naming);
    this.contextSince = this.latest;
    for (const ledger of this.ledgers.values()) ledger.settle(this.latest);
    this.reassign(this.entries.keys(), touched);
    return touched;
  }

  /** The ids of the conflicts that are shown, in order. */
  conflictIds(): string[] {
    return [...this.ledgers.values()]
      .filter(({ isShown }) => isShown)
      .map(({ definition }) => definition.id)
      .sort(byText);
  }

  /**
   * One conflict up to the last of its own reports: what is told of others changes nothing about it, as it does in
   * `timeline`, which ends for all with the last report of any. Null while it is not shown.
   */
  conflict(conflictId: string): Conflict | null {
    const ledger = this.ledgers.get(conflictId);
    return ledger?.isShown ? ledger.conflict(ledger.ownHorizon, this.limits.until ?? null) : null;
  }

  /** The timelines of all conflicts, by id. */
  timeline(): Timeline {
    const end = this.limits.until ?? null;
    const horizon = end ?? this.horizon();
    const shown = [...this.ledgers.values()].filter(({ isShown }) => isShown);
    // Of a conflict that nothing dates there is nothing to show.
    const conflicts = shown
      .map((ledger) => ledger.conflict(horizon, end))
      .filter(({ intervals, ceasefires }) => intervals.length > 0 || ceasefires.length > 0);
    return { conflicts: conflicts.sort((a, b) => byText(a.id, b.id)) };
  }

  /** Up to when anything is told, by happening or by publication. */
  private horizon(): number {
    let last = 0;
    for (const { told } of this.entries.values()) {
      for (const { at, published } of told) last = Math.max(last, at ?? 0, published?.latest ?? 0);
    }
    return last;
  }
}
