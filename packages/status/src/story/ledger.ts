import type { Conflict } from '@trucewatch/schema';
import { type AssembledTruce, assemble } from '../ceasefires/assemble.ts';
import { describe } from '../ceasefires/describe.ts';
import { chainOf, type DatedTruce, dated, type Life } from '../ceasefires/life.ts';
import { refsOf, type Telling, tellingsOf } from '../ceasefires/telling.ts';
import { type Change, changeOfUnplaced, changesOfLife } from '../changes.ts';
import { isCurrent, isOfWar } from '../conflicts/foes.ts';
import { type ConflictDefinition, knownConflicts } from '../conflicts/known.ts';
import { OwnSides } from '../conflicts/own-sides.ts';
import { knownSides, sideReader } from '../conflicts/sides.ts';
import { Course, lowest } from '../course.ts';
import { day } from '../range.ts';
import { inOrder, type Told } from '../told.ts';

/** What one article tells of the conflict. */
interface Page {
  readonly told: readonly Told[];
  readonly tellings: readonly Telling[];
  readonly loose: readonly Told[];
}

/**
 * The articles of a stretch of publication. Truces are put together stretch by stretch: what later articles say is added
 * to the truces that earlier stretches left, and does not part or join those.
 */
interface Stretch {
  readonly number: number;
  readonly pages: Map<string, Page>;
  truces: readonly AssembledTruce[];
  unplaced: readonly Told[];
}

/** Four weeks: longer than a truce is news, short enough to be put together anew for every further article. */
const stretchLength = 28 * day;

/** How long before the first article an event may lie and still open the timeline: older ones are background. */
const recent = 30 * day;

interface Chapter {
  readonly life: Life;
  readonly changes: readonly Change[];
}

/** One conflict: everything told of it, its truces and the course of its status, kept up to date article by article. */
export class Ledger {
  readonly definition: ConflictDefinition;
  private readonly sides: OwnSides;
  private readonly stretches: Stretch[] = [];
  private readonly stretchOf = new Map<string, Stretch>();
  private readonly told: Told[] = [];
  private ofWar = 0;
  private readonly dates = new WeakMap<AssembledTruce, DatedTruce>();
  private chapters = new Map<AssembledTruce, Chapter>();
  private loose = new Map<Told, Change>();
  private course = new Course();
  /** The first stretch whose truces are to be put together anew; null when all are up to date. */
  private stale: number | null = null;

  constructor(definition: ConflictDefinition) {
    this.definition = definition;
    const index = knownConflicts.findIndex(({ id }) => id === definition.id);
    const isKnown = index >= 0;
    this.sides = isKnown
      ? new OwnSides(index, knownSides)
      : new OwnSides(knownConflicts.length, sideReader([...knownConflicts, definition]));
  }

  /** Whether it tells of a war: a conflict is shown once it has an event of war told as so or as coming. */
  get isShown(): boolean {
    return this.ofWar > 0;
  }

  /** Whether it has these very events of an article. */
  has(articleId: string, told: readonly Told[]): boolean {
    const page = this.stretchOf.get(articleId)?.pages.get(articleId);
    return page?.told.length === told.length && page.told.every((one, index) => one === told[index]);
  }

  /** Takes in what an article tells of the conflict, in place of what it told before; an empty list takes it out. */
  put(articleId: string, told: readonly Told[]): void {
    const before = this.stretchOf.get(articleId);
    const old = before?.pages.get(articleId);
    if (old) this.learn(old.told, -1);
    if (before) {
      before.pages.delete(articleId);
      this.stretchOf.delete(articleId);
      this.outdate(before.number);
    }
    if (told.length === 0) return;
    this.learn(told, 1);
    const stretch = this.stretchAt(numberOf(told[0]?.published?.latest));
    stretch.pages.set(articleId, this.page(told));
    this.stretchOf.set(articleId, stretch);
    this.outdate(stretch.number);
  }

  private learn(told: readonly Told[], times: 1 | -1): void {
    for (const one of told) {
      const place = lowest(this.told, (other) => inOrder(other, one) >= 0);
      if (times === 1) this.told.splice(place, 0, one);
      else this.told.splice(place, 1);
      if (isOfWar(one.event) && isCurrent(one.event)) this.ofWar += times;
    }
    if (this.sides.learn(told, times)) this.readAnew();
  }

  /** Reads every page again: a name is now known to be of another side. */
  private readAnew(): void {
    for (const stretch of this.stretches) {
      for (const [id, { told }] of stretch.pages) stretch.pages.set(id, this.page(told));
      stretch.truces = [];
      stretch.unplaced = [];
      this.outdate(stretch.number);
    }
    this.chapters = new Map();
    this.loose = new Map();
    this.course = new Course();
  }

  private page(told: readonly Told[]): Page {
    return { told, ...tellingsOf(told, this.sides.of) };
  }

  private stretchAt(number: number): Stretch {
    const place = lowest(this.stretches, (stretch) => stretch.number >= number);
    const found = this.stretches[place];
    if (found?.number === number) return found;
    const made: Stretch = { number, pages: new Map(), truces: [], unplaced: [] };
    this.stretches.splice(place, 0, made);
    return made;
  }

  private outdate(number: number): void {
    this.stale = Math.min(this.stale ?? Number.POSITIVE_INFINITY, number);
  }

  /** Brings truces and status up to date with the articles. */
  private refresh(): void {
    if (this.stale === null) return;
    const first = lowest(this.stretches, ({ number }) => number >= (this.stale as number));
    this.stale = null;
    const gone = new Set<Told>();
    for (let place = first; place < this.stretches.length; place++) {
      const stretch = this.stretches[place] as Stretch;
      const pages = [...stretch.pages.values()];
      const made = assemble(
        this.stretches[place - 1]?.truces ?? [],
        pages.flatMap(({ tellings }) => tellings),
        pages.flatMap(({ loose }) => loose),
      );
      for (const one of stretch.unplaced) gone.add(one);
      stretch.truces = made.truces;
      stretch.unplaced = made.unplaced;
    }
    this.refold(first, gone);
  }

  private refold(first: number, gone: Set<Told>): void {
    const out: Change[] = [];
    const put: Change[] = [];
    const chapters = new Map<AssembledTruce, Chapter>();
    for (const life of this.lives()) {
      const { assembled } = life;
      const before = this.chapters.get(assembled);
      const isSame = before?.life.id === life.id && before.life.supersededAt === life.supersededAt;
      const changes = isSame ? before.changes : changesOfLife(life);
      if (!isSame) {
        if (before) out.push(...before.changes);
        put.push(...changes);
      }
      chapters.set(assembled, { life, changes });
    }
    for (const [assembled, { changes }] of this.chapters) if (!chapters.has(assembled)) out.push(...changes);
    this.chapters = chapters;
    const unplaced = this.stretches.slice(first).flatMap((stretch) => stretch.unplaced);
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

  private lives(): Life[] {
    const truces = this.stretches.at(-1)?.truces ?? [];
    const conflict = { definition: this.definition, sideOf: this.sides.of };
    const all = truces.map((assembled) => {
      const known = this.dates.get(assembled);
      if (known) return known;
      const one = dated(assembled, conflict);
      this.dates.set(assembled, one);
      return one;
    });
    return chainOf(all, this.definition.id);
  }

  /** The conflict as the contract has it. `horizon` and `end` (null for none) are epoch milliseconds UTC. */
  conflict(horizon: number, end: number | null): Conflict {
    this.refresh();
    const conflict = { definition: this.definition, sideOf: this.sides.of };
    return {
      id: this.definition.id,
      name: this.definition.name,
      parties: this.definition.sides.map(({ name }) => name),
      ceasefires: [...this.chapters.values()].map(({ life }) => describe(life, conflict, horizon)),
      intervals: this.course.intervals(this.firstReport(), end),
      events: refsOf(this.told),
    };
  }

  /** The first event told as current news, or the first change where that comes before. */
  private firstReport() {
    let firstPublished = Number.POSITIVE_INFINITY;
    const dated = this.stretches.find(({ number, pages }) => Number.isFinite(number) && pages.size > 0);
    for (const { told } of dated?.pages.values() ?? []) {
      firstPublished = Math.min(firstPublished, told[0]?.published?.earliest ?? firstPublished);
    }
    const isSince = ({ at }: Told) => (at ?? Number.POSITIVE_INFINITY) >= firstPublished - recent;
    let news: Told | undefined;
    for (let place = lowest(this.told, isSince); place < this.told.length && !news; place++) {
      const one = this.told[place] as Told;
      if (one.at !== null && isCurrent(one.event)) news = one;
    }
    const change = this.course.first;
    const [cited] = change?.because ?? [];
    if (change && cited && change.at <= (news?.at ?? Infinity)) return { at: change.at, because: cited };
    return news?.at != null ? { at: news.at, because: news.ref } : null;
  }
}

function numberOf(published: number | undefined): number {
  return published === undefined ? Number.NEGATIVE_INFINITY : Math.floor(published / stretchLength);
}
