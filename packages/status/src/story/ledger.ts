import type { Conflict, EventRef, Interval, MergeDecision } from '@trucewatch/schema';
import type { AssembledTruce } from '../ceasefires/assemble.ts';
import { describe } from '../ceasefires/describe.ts';
import { chainOf, type DatedTruce, dated, type Life } from '../ceasefires/life.ts';
import { replacesAll } from '../ceasefires/scope.ts';
import { refsOf, tellingsOf } from '../ceasefires/telling.ts';
import { type Change, changeOfUnplaced, changesOfLife, Reusable } from '../changes.ts';
import { isCurrent, isOfWar } from '../conflicts/foes.ts';
import { type ConflictDefinition, knownConflicts } from '../conflicts/known.ts';
import { wordsOf } from '../conflicts/names.ts';
import { OwnSides } from '../conflicts/own-sides.ts';
import { knownSides, sidesBesideKnown } from '../conflicts/sides.ts';
import { Course, distinct, statusBy } from '../course.ts';
import { HappeningIndex } from '../happenings/happening-index.ts';
import { Coverage } from '../measures/coverage.ts';
import { survivalOf } from '../measures/survival.ts';
import { day } from '../range.ts';
import { publishedOf, type Told } from '../told.ts';
import { hoursApart } from './hours-apart.ts';
import { SortedTold } from './sorted-told.ts';
import { type Page, type Refreshed, Stretches } from './stretches.ts';

/** How long before the first article an event may lie and still open the timeline: older ones are background. */
const recent = 30 * day;

/** Whether another truce had taken its place before an instant: nothing told of it moves the status from then on. */
function isOver({ announcedAt, supersededAt }: Life, at: number): boolean {
  return supersededAt !== null && supersededAt < at && (announcedAt === null || announcedAt < at);
}

interface Chapter {
  readonly life: Life;
  readonly changes: readonly Change[];
}

/** One conflict: everything told of it, its truces and the course of its status, kept up to date article by article. */
export class Ledger {
  readonly definition: ConflictDefinition;
  private readonly sides: OwnSides;
  private readonly wordsOfWar: ReadonlySet<string>;
  private readonly stretches = new Stretches();
  private readonly told = new SortedTold();
  private readonly coverage = new Coverage();
  /** Made when it is first asked for, then kept up to date. */
  private merged: HappeningIndex | null = null;
  private decisions: readonly MergeDecision[] = [];
  private ofWar = 0;
  private readonly dates = new WeakMap<AssembledTruce, DatedTruce>();
  private chapters = new Map<AssembledTruce, Chapter>();
  private loose = new Map<Told, Change>();
  private course = new Course();
  /**
   * Since when the articles are read as they are now, epoch milliseconds UTC of publication: the last one that changed how
   * others are read. What was known before cannot be told from here.
   */
  private settledFrom = Number.NEGATIVE_INFINITY;

  constructor(definition: ConflictDefinition) {
    this.definition = definition;
    const { name, sides } = definition;
    const names = [name, ...sides.flatMap((side) => [side.name, ...side.names])];
    this.wordsOfWar = new Set(names.flatMap(wordsOf));
    const index = knownConflicts.findIndex(({ id }) => id === definition.id);
    const isKnown = index >= 0;
    this.sides = isKnown
      ? new OwnSides(definition, index, knownSides)
      : new OwnSides(definition, knownConflicts.length, sidesBesideKnown([definition]));
  }

  /** The same articles, read as those of a conflict that goes by other names. */
  renamed(definition: ConflictDefinition): Ledger {
    const ledger = new Ledger(definition);
    ledger.decide(this.decisions);
    for (const [id, { told }] of this.stretches.pages()) ledger.put(id, told);
    ledger.settle(this.settledFrom);
    return ledger;
  }

  get settledSince(): number {
    return this.settledFrom;
  }

  /** An article of that publication (epoch milliseconds UTC) changed how others are read. */
  settle(by: number): void {
    this.settledFrom = Math.max(this.settledFrom, by);
  }

  /** Whether it tells of a war: a conflict is shown once it has an event of war told as so or as coming. */
  get isShown(): boolean {
    return this.ofWar > 0;
  }

  /** Whether it has these very events of an article. */
  has(articleId: string, told: readonly Told[]): boolean {
    const page = this.stretches.page(articleId);
    return page?.told.length === told.length && page.told.every((one, index) => one === told[index]);
  }

  /** Takes in what an article tells of the conflict, in place of what it told before; an empty list takes it out. */
  put(articleId: string, told: readonly Told[]): void {
    const old = this.stretches.page(articleId);
    if (old) {
      this.merged?.remove(articleId);
      this.learn(old.told, -1);
      this.settle(this.stretches.lastPublished);
      this.stretches.remove(articleId);
    }
    if (told.length === 0) return;
    this.learn(told, 1);
    this.merged?.add(told);
    this.stretches.put(articleId, this.page(told));
    this.settle(this.sides.learnedFrom(told));
  }

  private learn(told: readonly Told[], times: 1 | -1): void {
    this.coverage.count(told, times);
    if (times === 1) this.told.add(told);
    else this.told.remove(told);
    for (const { event } of told) if (isOfWar(event) && isCurrent(event)) this.ofWar += times;
    if (this.sides.learn(told, times)) this.readAnew(publishedOf(told));
  }

  /** Reads every page again: a name is now known to be of another side. */
  private readAnew(by: number): void {
    this.settle(by);
    this.merged = null;
    this.stretches.readAnew((told) => this.page(told));
    this.chapters = new Map();
    this.loose = new Map();
    this.course = new Course();
  }

  private page(told: readonly Told[]): Page {
    const [free, pinned] = told.some(({ pin }) => pin !== undefined)
      ? [told.filter(({ pin }) => pin === undefined), told.filter(({ pin }) => pin !== undefined)]
      : [told, []];
    return { told, pinned, ...tellingsOf(free, this.sides.of, this.wordsOfWar) };
  }

  /** Brings truces and status up to date with the articles. */
  private refresh(): void {
    const refreshed = this.stretches.refresh();
    if (refreshed) this.refold(refreshed);
  }

  private refold({ gone, unplaced }: Refreshed): void {
    const out: Change[] = [];
    const put: Change[] = [];
    const lives = this.lives();
    const kept = new Set(lives.filter((life) => this.changesOf(life)).map(({ assembled }) => assembled));
    const old = [...this.chapters].flatMap(([assembled, { changes }]) =>
      kept.has(assembled) ? [] : changes,
    );
    const before = new Reusable(old);
    const chapters = new Map<AssembledTruce, Chapter>();
    for (const life of lives) {
      const changes =
        this.changesOf(life) ??
        changesOfLife(life).map((change) => {
          const same = before.take(change);
          if (!same) put.push(change);
          return same ?? change;
        });
      chapters.set(life.assembled, { life, changes });
    }
    out.push(...before.rest());
    this.chapters = chapters;
    for (const one of unplaced) {
      if (gone.delete(one)) continue;
      const change = changeOfUnplaced(one, this.sides.of);
      if (!change) continue;
      this.loose.set(one, change);
      put.push(change);
    }
    for (const one of gone) {
      const change = this.loose.get(one);
      if (change) out.push(change);
      this.loose.delete(one);
    }
    this.course.replace(out, put);
  }

  /** The known changes of a truce; undefined when more is told of it or its place in the chain is now another. */
  private changesOf(life: Life): readonly Change[] | undefined {
    const known = this.chapters.get(life.assembled);
    const isSame =
      known?.life.id === life.id &&
      known.life.supersededAt === life.supersededAt &&
      known.life.takesOver.join() === life.takesOver.join();
    return isSame ? known.changes : undefined;
  }

  private lives(truces = this.stretches.truces): Life[] {
    const conflict = { definition: this.definition, sideOf: this.sides.of };
    const all = truces.map((assembled) => {
      const known = this.dates.get(assembled);
      if (known) return known;
      const one = dated(assembled, conflict);
      this.dates.set(assembled, one);
      return one;
    });
    return chainOf(all);
  }

  /** The status at an instant (epoch milliseconds UTC): the interval of it, or null before anything is known to have moved it. */
  statusAt(at: number): Interval | null {
    this.refresh();
    return this.course.at(at);
  }

  /**
   * The status at an instant as known at another one; null before anything was known to have moved it. Only for a time from
   * `settledSince` on. A truce of all sides for the whole war begins the status anew: only what is told from the last such
   * ones on is folded.
   */
  statusAsKnown(at: number, asKnownAt: number): Interval | null {
    this.refresh();
    const { truces, unplaced } = this.stretches.knownBy(asKnownAt);
    const lives = this.lives(truces);
    // The one before the last: what comes with the making of the last meets the status that stood then.
    const anew = lives.flatMap((life) => (this.beginsAnew(life, at) ? (life.announcedAt ?? []) : []));
    const last = Math.max(...anew);
    const from = Math.max(...anew.filter((made) => made < last));
    const changes = lives.flatMap((life) =>
      isOver(life, from) ? [] : (this.changesOf(life) ?? changesOfLife(life)),
    );
    for (const one of unplaced) {
      if (one.at === null || one.at < from) continue;
      const change = this.loose.get(one) ?? changeOfUnplaced(one, this.sides.of);
      if (change) changes.push(change);
    }
    return statusBy(changes, from, at);
  }

  /** Whether the truce, made by an instant, leaves nothing of the status before it. */
  private beginsAnew({ scope, announcedAt }: Life, by: number): boolean {
    return announcedAt !== null && announcedAt <= by && replacesAll(scope, this.definition.sides.length);
  }

  /**
   * How long the status would be another one, in hours from an instant on (both epoch milliseconds UTC), if an event had not
   * been told. What it was is restored.
   */
  hoursWithout(ref: EventRef, from: number, horizon: number): number {
    const told = this.stretches.page(ref.articleId)?.told ?? [];
    const rest = told.filter(({ event }) => event.id !== ref.eventId);
    if (rest.length === told.length) return 0;
    this.refresh();
    const before = this.course.intervals(null, horizon);
    const settled = this.settledFrom;
    this.put(ref.articleId, rest);
    this.refresh();
    const without = this.course.intervals(null, horizon);
    this.put(ref.articleId, told);
    this.settledFrom = settled;
    return hoursApart(before, without, from, horizon);
  }

  /** The events that intervals cite which reach beyond an instant (epoch milliseconds UTC). */
  citedSince(from: number): EventRef[] {
    this.refresh();
    const cited = this.course
      .intervals(null, null)
      .filter(({ to }) => to === null || Date.parse(to) > from)
      .flatMap(({ because }) => because);
    return distinct(cited);
  }

  /** What several reports tell of as one, in order of happening; and the index itself, for what each is made of. */
  happenings(): HappeningIndex {
    if (!this.merged) {
      this.merged = new HappeningIndex({ sideOf: this.sides.of, decisions: this.decisions });
      this.merged.add(this.told.list);
    }
    return this.merged;
  }

  /** Replaces what people have decided of happenings; returns whether any of it is about this conflict's reports. */
  decide(decisions: readonly MergeDecision[]): boolean {
    const own = (all: readonly MergeDecision[]) =>
      JSON.stringify(
        all.filter(({ events }) => events.some(({ articleId }) => this.stretches.has(articleId))),
      );
    const isTouched = own(this.decisions) !== own(decisions);
    this.decisions = decisions;
    this.merged?.decide(decisions);
    return isTouched;
  }

  /** Up to when anything is told of this conflict, by happening or by publication, epoch milliseconds UTC. */
  get ownHorizon(): number {
    const lastDated = this.told.list.findLast(({ at }) => at !== null)?.at ?? 0;
    return Math.max(0, lastDated, this.stretches.lastPublished);
  }

  /** The conflict as the contract has it. `horizon` and `end` (null for none) are epoch milliseconds UTC. */
  conflict(horizon: number, end: number | null): Conflict {
    this.refresh();
    const conflict = { definition: this.definition, sideOf: this.sides.of };
    const ceasefires = [...this.chapters.values()].map(({ life }) =>
      describe(life, conflict, horizon, (day) => this.coverage.articlesOn(day)),
    );
    return {
      id: this.definition.id,
      name: this.definition.name,
      parties: this.definition.sides.map(({ name }) => name),
      ceasefires,
      intervals: this.course.intervals(this.firstReport(), end),
      coverage: this.coverage.series(),
      survival: survivalOf(ceasefires.flatMap(({ measures }) => measures?.effectToEnd ?? [])),
      undecided: refsOf(this.stretches.unplaced),
      events: refsOf(this.told.list),
    };
  }

  /** The first event told as current news, or the first change where that comes before. */
  private firstReport() {
    let firstPublished = Number.POSITIVE_INFINITY;
    for (const { told } of this.stretches.firstDated()) {
      firstPublished = Math.min(firstPublished, told[0]?.published?.earliest ?? firstPublished);
    }
    const news = this.told.firstSince(firstPublished - recent, ({ event }) => isCurrent(event));
    const change = this.course.first;
    const [cited] = change?.because ?? [];
    if (change && cited && change.at <= (news?.at ?? Infinity)) return { at: change.at, because: cited };
    return news?.at != null ? { at: news.at, because: news.ref } : null;
  }
}
