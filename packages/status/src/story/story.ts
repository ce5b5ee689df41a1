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
import { Assignment, type ContextChange, isRenaming } from '../conflicts/assign.ts';
import type { MainConflict } from '../conflicts/main-conflict.ts';
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
  /** The war that it tells of by itself, as it was last assigned. */
  own: MainConflict | null;
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
  /** The last change of how others are assigned that came out after an article which it may concern and which was put in later. */
  private unsureSince = Number.NEGATIVE_INFINITY;
  /** The articles that are not yet assigned as they are now, with the ids of the conflicts that have them. */
  private readonly counted = new Map<string, ReadonlySet<string>>();
  /** The last publication of those that may change how others are assigned. */
  private changingSince = Number.NEGATIVE_INFINITY;

  constructor(limits: StoryLimits = {}) {
    this.limits = limits;
  }

  /** Adds reports. Several of one article add up; the same event twice counts once. Returns the ids of the conflicts that they touch. */
  add(reports: Iterable<Report>): Set<string> {
    const inOrder = [...reports].sort((a, b) => publicationOf(a) - publicationOf(b));
    for (const [id, more] of Map.groupBy(inOrder, ({ article }) => article.id)) {
      this.set(id, [...(this.entries.get(id)?.reports ?? []), ...more]);
    }
    return this.settled();
  }

  /** Puts each report in place of whatever was there of its article. Many at once cost less than one after the other. */
  replace(...reports: readonly Report[]): Set<string> {
    for (const report of reports) this.set(report.article.id, [report]);
    return this.settled();
  }

  /** Takes an article out as if it had never been there. */
  remove(articleId: string): Set<string> {
    this.set(articleId, []);
    return this.settled();
  }

  /** Assigns all that came together, and other articles anew where what they rest on has changed. */
  private settled(): Set<string> {
    const touched = new Set<string>();
    const change = this.assignment.settle();
    if (change) {
      this.contextSince = Math.max(this.contextSince, this.changingSince);
      this.renewProvisional(touched);
    }
    this.changingSince = Number.NEGATIVE_INFINITY;
    for (const [id, before] of this.counted)
      this.assign(id, this.entries.get(id)?.told ?? [], before, touched, true);
    for (const id of change ? this.touchedBy(change) : []) {
      if (!this.counted.has(id)) this.assignAnew(id, touched);
    }
    this.counted.clear();
    return touched;
  }

  /** The articles that may be assigned otherwise; other wars that are told of matter to those that tell of none by themselves. */
  private touchedBy(change: ContextChange): Set<string> {
    const found = this.actors.touchedBy(change, (id) => this.entries.get(id)?.own?.isByEvents === true);
    if (!change.isEstablished) return found;
    for (const [id, { own }] of this.entries) if (own?.conflict == null) found.add(id);
    return found;
  }

  private assignAnew(id: string, touched: Set<string>): void {
    const entry = this.entries.get(id);
    if (entry) this.assign(id, entry.told, entry.conflicts, touched, false);
  }

  private set(id: string, reports: readonly Report[]): void {
    this.count(id, reports);
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
      if (entry && before.has(other) !== this.replaced.has(other)) this.count(other, entry.reports);
    }
  }

  private withdrawnAt({ withdrawn }: ReportedArticle): number {
    return typeof withdrawn === 'string' ? publicationInterval(withdrawn).latest : Number.NEGATIVE_INFINITY;
  }

  /** Counts what the reports of an article tell, unless another article replaces it. */
  private count(id: string, reports: readonly Report[]): void {
    const told = this.replaced.has(id)
      ? []
      : tellingOf(reports, this.limits.asKnownAt ?? null, this.limits.until ?? null);
    for (const { article } of reports) {
      if (article.withdrawn !== undefined)
        this.correctedSince = Math.max(this.correctedSince, this.withdrawnAt(article));
    }
    const old = this.entries.get(id);
    const before = old?.conflicts ?? new Set<string>();
    if (!this.counted.has(id)) this.counted.set(id, before);
    const { mayChange, isLess } = this.assignment.put(id, told);
    this.actors.put(id, told);
    this.latest = Math.max(this.latest, publishedOf(told));
    if (reports.length === 0) this.entries.delete(id);
    else this.entries.set(id, { reports, told, conflicts: before, own: null });
    if (mayChange) this.changingSince = Math.max(this.changingSince, publishedOf(told));
    if (isLess) {
      this.contextSince = this.latest;
      for (const ledger of this.ledgers.values()) ledger.settle(this.latest);
    }
  }

  /** A provisional conflict of which something else was learnt begins anew: with the articles that it has where that is a name. */
  private renewProvisional(touched: Set<string>): void {
    const current = new Map(this.assignment.conflicts.map((one) => [one.id, one]));
    for (const [conflictId, ledger] of this.ledgers) {
      const now = current.get(conflictId);
      if (now === ledger.definition) continue;
      touched.add(conflictId);
      if (!now || !isRenaming({ before: ledger.definition, now })) {
        this.ledgers.delete(conflictId);
        continue;
      }
      const renamed = ledger.renamed(now);
      renamed.settle(this.contextSince);
      this.ledgers.set(conflictId, renamed);
    }
  }

  private assign(
    id: string,
    told: readonly Told[],
    before: ReadonlySet<string>,
    touched: Set<string>,
    isChanged: boolean,
  ): void {
    const { assigned, own, isAlone } = this.assignment.of(told);
    const isLate = isChanged && told.length > 0 && publishedOf(told) < this.contextSince;
    // Before what has changed since, it may have been of any conflict.
    if (isLate && !isAlone) this.unsureSince = Math.max(this.unsureSince, this.contextSince);
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
      if (!isChanged || isLate) ledger.settle(this.contextSince);
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
    if (!entry) return;
    entry.conflicts = conflicts;
    entry.own = own;
  }

  /**
   * The status of a conflict at an instant, as it is known now or was known at another one (epoch milliseconds UTC); null
   * while nothing has moved it. Takes the time of one stretch of articles, however long the history is.
   */
  statusAt(conflictId: string, at: number, asKnownAt: number | null = null): Interval | null {
    const ledger = this.ledgers.get(conflictId);
    if (asKnownAt === null) return ledger?.statusAt(at) ?? null;
    if (ledger && asKnownAt >= Math.max(ledger.settledSince, this.correctedSince, this.unsureSince))
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
    this.renewProvisional(touched);
    for (const id of this.entries.keys()) this.assignAnew(id, touched);
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
