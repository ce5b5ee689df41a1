import type { Timeline } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import { Assignment } from '../conflicts/assign.ts';
import { type Report, type Told, tellingOf } from '../told.ts';
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
  private readonly ledgers = new Map<string, Ledger>();

  constructor(limits: StoryLimits = {}) {
    this.limits = limits;
  }

  /** Adds reports. Several of one article add up; the same event twice counts once. Returns the ids of the conflicts that they touch. */
  add(reports: Iterable<Report>): Set<string> {
    const touched = new Set<string>();
    for (const [id, more] of Map.groupBy(reports, ({ article }) => article.id)) {
      this.set(id, [...(this.entries.get(id)?.reports ?? []), ...more], touched);
    }
    return touched;
  }

  /** Puts an article's report in place of whatever was there of it. */
  replace(report: Report): Set<string> {
    const touched = new Set<string>();
    this.set(report.article.id, [report], touched);
    return touched;
  }

  /** Takes an article out as if it had never been there. */
  remove(articleId: string): Set<string> {
    const touched = new Set<string>();
    this.set(articleId, [], touched);
    return touched;
  }

  private set(id: string, reports: readonly Report[], touched: Set<string>): void {
    const told = tellingOf(reports, this.limits.asKnownAt ?? null, this.limits.until ?? null);
    const old = this.entries.get(id);
    const isAnyOther = this.assignment.put(id, told);
    if (reports.length === 0) this.entries.delete(id);
    else this.entries.set(id, { reports, told, conflicts: old?.conflicts ?? new Set() });
    if (!isAnyOther) {
      this.assign(id, told, old?.conflicts ?? new Set(), touched, true);
      return;
    }
    if (reports.length === 0) this.assign(id, told, old?.conflicts ?? new Set(), touched, true);
    this.renewProvisional(touched);
    for (const [other, { told: events, conflicts }] of this.entries) {
      this.assign(other, events, conflicts, touched, other === id);
    }
  }

  /** A provisional conflict of which another name was learnt begins anew, with the articles that are assigned to it next. */
  private renewProvisional(touched: Set<string>): void {
    const current = new Map(this.assignment.conflicts.map((one) => [one.id, one]));
    for (const [conflictId, { definition }] of this.ledgers) {
      const now = current.get(conflictId);
      if (now && JSON.stringify(now) === JSON.stringify(definition)) continue;
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
        this.ledgers.set(definition.id, ledger);
      }
      if (!isChanged && ledger.has(id, events)) continue;
      ledger.put(id, events);
      touched.add(definition.id);
    }
    for (const conflictId of before) {
      if (conflicts.has(conflictId)) continue;
      this.ledgers.get(conflictId)?.put(id, []);
      touched.add(conflictId);
    }
    const entry = this.entries.get(id);
    if (entry) entry.conflicts = conflicts;
  }

  /** The timelines of all conflicts, by id. */
  timeline(): Timeline {
    const end = this.limits.until ?? null;
    const horizon = end ?? this.horizon();
    const shown = [...this.ledgers.values()].filter(({ isShown }) => isShown);
    const conflicts = shown.map((ledger) => ledger.conflict(horizon, end));
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
