import { type Act, type Conflict, type MergeDecision, mergeDecisionsOf } from '@trucewatch/schema';
import { inForce } from '../acts/in-order.ts';
import { byText } from '../compare.ts';
import { Assignment } from '../conflicts/assign.ts';
import { namingOf } from '../conflicts/naming.ts';
import type { HappeningIndex } from '../happenings/happening-index.ts';
import { replacedIds } from '../sources/corrections.ts';
import { type Report, type ReportedArticle, type Told, tellingOf } from '../told.ts';
import { Ledger } from './ledger.ts';

interface Place {
  /** Positions of the conflicts that the article is part of. */
  readonly conflicts: readonly number[];
  /** How often what others say had changed by then. */
  readonly context: number;
}

/** One conflict folded from its articles. */
export interface FoldedConflict {
  readonly conflict: Conflict;
  readonly happenings: HappeningIndex;
}

/**
 * Makes the same conflicts as a `Story` of the same articles without keeping their events: first every article is
 * shown to it, then those that it asks for once more, then the articles of one conflict after the other. Memory holds
 * the ids of all and the events of one conflict. For stored articles: a report each.
 */
export class Survey {
  private readonly assignment = new Assignment();
  private readonly places = new Map<string, Place>();
  private context = 0;
  private readonly decisions: readonly MergeDecision[];
  private readonly replaced: ReadonlySet<string>;

  /** `acts`: as for `Story.decide`. `correctors`: the articles that replace others. */
  constructor(acts: readonly Act[] = [], correctors: Iterable<ReportedArticle> = []) {
    this.decisions = mergeDecisionsOf(inForce(acts));
    this.replaced = replacedIds(correctors);
    this.assignment.name(namingOf(acts));
  }

  /** Takes in what an article says of wars. */
  see(report: Report): void {
    const told = this.toldBy(report);
    this.assignment.put(report.article.id, told);
    if (this.assignment.settle()) this.context++;
    this.place(report.article.id, told);
  }

  /** The articles that must be seen again by `seeAgain`: what came after them changed what they may be part of. */
  unsettled(): string[] {
    return [...this.places].flatMap(([id, { context }]) => (context === this.context ? [] : id));
  }

  seeAgain(report: Report): void {
    this.place(report.article.id, this.toldBy(report));
  }

  /** The articles of each conflict that any is part of, by the conflict's id. */
  articles(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [id, { conflicts }] of this.places) {
      for (const position of conflicts) {
        const conflictId = this.assignment.conflicts[position]?.id ?? '';
        const list = found.get(conflictId);
        if (list) list.push(id);
        else found.set(conflictId, [id]);
      }
    }
    return new Map([...found].sort(([a], [b]) => byText(a, b)));
  }

  /** Folds a conflict from the reports of its articles; null when it has no event of war. */
  async fold(
    conflictId: string,
    reports: Iterable<Report> | AsyncIterable<Report>,
  ): Promise<FoldedConflict | null> {
    const position = this.assignment.conflicts.findIndex(({ id }) => id === conflictId);
    const definition = this.assignment.conflicts[position];
    if (!definition) return null;
    const ledger = new Ledger(definition);
    ledger.decide(this.decisions);
    for await (const report of reports) {
      const own = this.assignment.of(this.toldBy(report)).assigned.get(position);
      if (own) ledger.put(report.article.id, own);
    }
    if (!ledger.isShown) return null;
    return { conflict: ledger.conflict(ledger.ownHorizon, null), happenings: ledger.happenings() };
  }

  private place(id: string, told: readonly Told[]): void {
    const conflicts = told.length === 0 ? [] : [...this.assignment.of(told).assigned.keys()];
    this.places.set(id, { conflicts, context: this.context });
  }

  private toldBy(report: Report): Told[] {
    return this.replaced.has(report.article.id) ? [] : tellingOf([report], null, null);
  }
}
