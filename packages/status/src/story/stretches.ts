import { type AssembledTruce, assemble } from '../ceasefires/assemble.ts';
import type { Telling } from '../ceasefires/telling.ts';
import { lowest } from '../lowest.ts';
import { day } from '../range.ts';
import { publishedOf, type Told } from '../told.ts';

/** What one article tells of the conflict. */
export interface Page {
  readonly told: readonly Told[];
  readonly tellings: readonly Telling[];
  readonly loose: readonly Told[];
  /** Those that a person put under a ceasefire, or under none. */
  readonly pinned: readonly Told[];
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

/** What putting together anew has changed. */
export interface Refreshed {
  /** The events that were under no truce before. */
  readonly gone: Set<Told>;
  /** Those under none now, of the stretches that were put together anew. */
  readonly unplaced: readonly Told[];
}

/** Four weeks: longer than a truce is news, short enough to be put together anew for every further article. */
const stretchLength = 28 * day;

/** The articles of a conflict in stretches of publication, and the truces that they add up to (decision 014). */
export class Stretches {
  private readonly all: Stretch[] = [];
  private readonly stretchOf = new Map<string, Stretch>();
  /** The first stretch whose truces are to be put together anew; null when all are up to date. */
  private stale: number | null = null;

  has(articleId: string): boolean {
    return this.stretchOf.has(articleId);
  }

  page(articleId: string): Page | undefined {
    return this.stretchOf.get(articleId)?.pages.get(articleId);
  }

  /** The articles by id. */
  pages(): [string, Page][] {
    return this.all.flatMap(({ pages }) => [...pages]);
  }

  /** Takes an article out; it must be there. */
  remove(articleId: string): void {
    const stretch = this.stretchOf.get(articleId);
    stretch?.pages.delete(articleId);
    this.stretchOf.delete(articleId);
    if (stretch) this.outdate(stretch.number);
  }

  /** Puts an article in that is not there. */
  put(articleId: string, page: Page): void {
    const stretch = this.stretchAt(numberOf(publishedOf(page.told)));
    stretch.pages.set(articleId, page);
    this.stretchOf.set(articleId, stretch);
    this.outdate(stretch.number);
  }

  /** Reads every page again and forgets the truces. */
  readAnew(read: (told: readonly Told[]) => Page): void {
    for (const stretch of this.all) {
      for (const [id, { told }] of stretch.pages) stretch.pages.set(id, read(told));
      stretch.truces = [];
      stretch.unplaced = [];
      this.outdate(stretch.number);
    }
  }

  /** Puts truces together anew from the first stretch on that has changed; null when none has. */
  refresh(): Refreshed | null {
    const { stale } = this;
    if (stale === null) return null;
    this.stale = null;
    const first = lowest(this.all, ({ number }) => number >= stale);
    const gone = new Set<Told>();
    for (let place = first; place < this.all.length; place++) {
      const stretch = this.all[place] as Stretch;
      const made = assembled(this.all[place - 1]?.truces ?? [], [...stretch.pages.values()]);
      for (const one of stretch.unplaced) gone.add(one);
      stretch.truces = made.truces;
      stretch.unplaced = made.unplaced;
    }
    return { gone, unplaced: this.all.slice(first).flatMap(({ unplaced }) => unplaced) };
  }

  /** All truces, as of the last `refresh`. */
  get truces(): readonly AssembledTruce[] {
    return this.all.at(-1)?.truces ?? [];
  }

  /** The events under no truce, as of the last `refresh`. */
  get unplaced(): Told[] {
    return this.all.flatMap(({ unplaced }) => unplaced);
  }

  /** The truces, and the events under none, of the articles that were out at an instant (epoch milliseconds UTC). */
  knownBy(asKnownAt: number): { truces: readonly AssembledTruce[]; unplaced: Told[] } {
    const present = numberOf(asKnownAt);
    const place = lowest(this.all, ({ number }) => number >= present);
    const unplaced = this.all.slice(0, place).flatMap((stretch) => stretch.unplaced);
    const before = this.all[place - 1]?.truces ?? [];
    const stretch = this.all[place];
    if (stretch?.number !== present) return { truces: before, unplaced };
    const pages = [...stretch.pages.values()].filter(({ told }) => publishedOf(told) <= asKnownAt);
    const made = assembled(before, pages);
    return { truces: made.truces, unplaced: [...unplaced, ...made.unplaced] };
  }

  /** The pages of the first stretch that has any and a date. */
  firstDated(): Iterable<Page> {
    const dated = this.all.find(({ number, pages }) => Number.isFinite(number) && pages.size > 0);
    return dated?.pages.values() ?? [];
  }

  /** The last publication of any article, epoch milliseconds UTC. */
  get lastPublished(): number {
    const pages = this.all.findLast(({ pages }) => pages.size > 0)?.pages.values() ?? [];
    return [...pages].reduce((last, { told }) => Math.max(last, publishedOf(told)), -Infinity);
  }

  private stretchAt(number: number): Stretch {
    const place = lowest(this.all, (stretch) => stretch.number >= number);
    const found = this.all[place];
    if (found?.number === number) return found;
    const made: Stretch = { number, pages: new Map(), truces: [], unplaced: [] };
    this.all.splice(place, 0, made);
    return made;
  }

  private outdate(number: number): void {
    this.stale = Math.min(this.stale ?? Number.POSITIVE_INFINITY, number);
  }
}

function assembled(before: readonly AssembledTruce[], pages: readonly Page[]) {
  return assemble(
    before,
    pages.flatMap(({ tellings }) => tellings),
    pages.flatMap(({ loose }) => loose),
    pages.flatMap(({ pinned }) => pinned),
  );
}

function numberOf(published: number): number {
  return Math.floor(published / stretchLength);
}
