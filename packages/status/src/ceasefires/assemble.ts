import type { DecidedEvent } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import { findDecided } from '../happenings/find-decided.ts';
import { lowest } from '../lowest.ts';
import { day, gap, hour, placed, type Range } from '../range.ts';
import { inOrder, type Told } from '../told.ts';
import { mediatorsDiffer, mediatorsMeet } from './mediators.ts';
import { namesMeet } from './names.ts';
import { isOpener, type Telling } from './telling.ts';
import {
  canBeOne,
  certainty,
  distance,
  ends,
  joined,
  newsBy,
  openTruce,
  startRange,
  type Truce,
} from './truce.ts';

/** A truce with every ceasefire event put under it, by when it happened. */
export interface AssembledTruce {
  readonly truce: Truce;
  readonly told: readonly Told[];
}

/** What a stretch of articles added to the truces known before it. */
export interface Assembled {
  /** The truces, each in the place that it got when it was opened; those that nothing was added to are the same objects. */
  readonly truces: readonly AssembledTruce[];
  /** The events of this stretch that could be put under no truce. */
  readonly unplaced: readonly Told[];
}

/**
 * Puts what a stretch of articles tells of truces to the truces known before it. Tellings are taken by how well they
 * are dated, then by start, so that the order in which articles came in cannot matter: the well dated ones make the
 * truces, the vague ones ("the Moscow-brokered truce", "last week's deal") are put under the truce that fits.
 */
export function assemble(
  known: readonly AssembledTruce[],
  tellings: readonly Telling[],
  loose: readonly Told[],
  pinned: readonly Told[] = [],
): Assembled {
  const stretch = new Stretch(known.map(({ truce }) => truce));
  const undecided = [...loose];
  const apart: Told[] = [];
  for (const telling of [...tellings].sort(byCertainty)) {
    const rank = certainty(telling);
    const place = rank < 3 ? stretch.nearest(telling) : stretch.fitting(telling);
    const resumed = place === null ? stretch.suspendedBefore(telling) : null;
    if (place === undecidable) undecided.push(...ceasefireEvents(telling));
    else if (place !== null) stretch.join(place, telling);
    // Its time is that of the resumption: the truce began before.
    else if (resumed !== null) stretch.join(resumed, { ...telling, announced: null, effective: null });
    else if (telling.isBackground) continue;
    else if (rank < 3) stretch.open(telling, null);
    else {
      const beside = stretch.startBeside(telling);
      const isOfItsOwn = beside === null ? telling.openers.length > 0 : stretch.isToldApart(telling, beside);
      if (isOfItsOwn) stretch.open(telling, beside);
      // A reference of its own says that it is not the truce told of beside it: better no truce than that one.
      else if (beside === null) undecided.push(...ceasefireEvents(telling));
      else apart.push(...ceasefireEvents(telling));
    }
  }
  return withPinned(stretch.placed(known, undecided, apart), pinned);
}

/**
 * What people put under the ceasefire of another report, or under none, is told of that one, and moves no other report. Where the
 * other one is not there, or came out in a later stretch, it stays under none and visible.
 */
function withPinned({ truces, unplaced }: Assembled, pinned: readonly Told[]): Assembled {
  if (pinned.length === 0) return { truces, unplaced };
  const added = new Map<AssembledTruce, Told[]>();
  const none: Told[] = [];
  for (const one of pinned) {
    if (one.event.type !== 'ceasefire') continue;
    const truce = one.pin ? truceOf(one.pin, truces) : undefined;
    if (truce) added.set(truce, [...(added.get(truce) ?? []), one]);
    else none.push(one);
  }
  return {
    truces: truces.map((truce) => {
      const more = added.get(truce);
      return more ? { ...truce, told: [...truce.told, ...more].sort(inOrder) } : truce;
    }),
    unplaced: [...unplaced, ...none].sort(inOrder),
  };
}

function truceOf(report: DecidedEvent, truces: readonly AssembledTruce[]): AssembledTruce | undefined {
  const ofArticle = truces.flatMap(({ told }) =>
    told.filter(({ ref, pin }) => ref.articleId === report.articleId && pin === undefined),
  );
  const found = findDecided(report, ofArticle);
  return found ? truces.find(({ told }) => told.includes(found)) : undefined;
}

function ceasefireEvents({ told }: Telling): Told[] {
  return told.filter(({ event }) => event.type === 'ceasefire');
}

function byCertainty(a: Telling, b: Telling): number {
  return (
    certainty(a) - certainty(b) ||
    anchorOf(a) - anchorOf(b) ||
    (a.published?.latest ?? 0) - (b.published?.latest ?? 0) ||
    byText(a.key, b.key)
  );
}

function anchorOf({ effective, announced, published }: Telling): number {
  const anchor = effective ?? announced ?? published;
  return anchor ? placed(anchor) : Number.POSITIVE_INFINITY;
}

const lived = new Set(['observed', 'violated', 'suspended', ...ends]);
const calls = new Set(['called_for', 'proposed', 'rejected']);

/** How long after its start an undated "the truce was agreed" is still taken to speak of a truce that has ended. */
const stillNews = 14 * day;

/** When the last dated breach or keeping happened that a telling holds, epoch milliseconds UTC. */
function lastLived({ told }: Telling): number | null {
  let last: number | null = null;
  for (const { event, range } of told) {
    const isOfTruce = event.step === 'violated' || event.step === 'observed';
    if (event.reality !== 'actual' || !range || !isOfTruce) continue;
    last = Math.max(last ?? range.latest, range.latest);
  }
  return last;
}

function lastTold({ told }: Telling, published: number): number {
  return told.reduce((last, { at }) => Math.max(last, at ?? published), Number.NEGATIVE_INFINITY);
}

/** In place of a place: there are several truces of which a telling may be. */
const undecidable = -1;

/** The truces while a stretch of articles is put to them; a place is a position in the list. */
class Stretch {
  private readonly truces: Truce[];
  private readonly starts: (Range | null)[];
  /** Places by start; of truces that start together the one opened first comes last. */
  private readonly order: number[];
  /** The tellings of this stretch by article, with the places that they were put to. */
  private readonly byArticle = new Map<string, { place: number; telling: Telling }[]>();

  constructor(truces: Truce[]) {
    this.truces = truces;
    this.starts = truces.map(startRange);
    this.order = truces.map((_, place) => place).filter((place) => this.starts[place]);
    this.order.sort((a, b) => this.begun(a) - this.begun(b) || b - a);
  }

  private begun(place: number): number {
    return this.starts[place]?.earliest ?? Number.POSITIVE_INFINITY;
  }

  private restart(place: number): void {
    const start = startRange(this.truces[place] as Truce);
    if (start?.earliest === this.starts[place]?.earliest) {
      this.starts[place] = start;
      return;
    }
    if (this.starts[place]) this.order.splice(this.order.indexOf(place), 1);
    this.starts[place] = start;
    if (!start) return;
    const comesAfter = (other: number) => this.begun(other) - start.earliest || place - other;
    this.order.splice(
      lowest(this.order, (other) => comesAfter(other) > 0),
      0,
      place,
    );
  }

  open(telling: Telling, before: number | null): void {
    this.truces.push(openTruce(telling, before));
    this.put(this.truces.length - 1, telling);
  }

  join(place: number, telling: Telling): void {
    this.truces[place] = joined(this.truces[place] as Truce, telling);
    this.put(place, telling);
  }

  private put(place: number, telling: Telling): void {
    this.restart(place);
    const list = this.byArticle.get(telling.articleId);
    if (list) list.push({ place, telling });
    else this.byArticle.set(telling.articleId, [{ place, telling }]);
  }

  /** The truce closest in time that the telling can be one with. */
  nearest(telling: Telling): number | null {
    const { effective, announced } = telling;
    const from = Math.min(effective?.earliest ?? Infinity, announced?.earliest ?? Infinity) - farthest;
    const to = Math.max(effective?.latest ?? -Infinity, announced?.latest ?? -Infinity) + farthest;
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const [place, truce] of this.truces.entries()) {
      const start = this.starts[place];
      if (!start || start.latest < from || start.earliest > to || !canBeOne(truce, telling)) continue;
      const apart = distance(truce, telling);
      if (apart === null || apart >= least || this.isKeptApart(place, telling)) continue;
      best = place;
      least = apart;
    }
    return best;
  }

  /** "It took effect again on Tuesday": the truce that had been suspended by then, where nothing is said of another being made. */
  suspendedBefore({ effective, announced, openers }: Telling): number | null {
    if (!effective || announced || openers.every(({ event }) => event.step !== 'took_effect')) return null;
    const place = this.lastBegun(effective.latest, () => true);
    const truce = place === null ? undefined : this.truces[place];
    const isSuspended = truce && truce.suspendedAt !== null && truce.suspendedAt <= effective.latest;
    return isSuspended && truce.endedAt === null ? place : null;
  }

  /**
   * The truce that an undated telling speaks of: one that began within a day and a half before publication or is
   * just about to, else the last one begun before, of the same mediator where one is named.
   */
  fitting(telling: Telling): number | null {
    const { published } = telling;
    const isOpen = (place: number) =>
      canBeOne(this.truces[place] as Truce, telling) &&
      !this.isOfAnotherSide(place, telling) &&
      !this.isKeptApart(place, telling) &&
      this.hasBegunFor(place, telling);
    if (!published) return this.fittingUndated(telling, isOpen);
    // An extension speaks of a truce that stands, however long ago it began.
    const makes = telling.openers.some(({ event }) => event.step !== 'extended');
    const canBe = (place: number) =>
      isOpen(place) && !mediatorsDiffer(this.mediators(place), telling.mediators);
    if (makes) {
      const news = newsBy(published);
      const latest = this.lastBegun(Number.POSITIVE_INFINITY, (place) => {
        const made = this.truces[place]?.announced ?? this.starts[place];
        return (!made || gap(made, news) === 0) && canBe(place);
      });
      if (latest !== null) return latest;
    }
    const broken = lastLived(telling);
    const happened = broken ?? lastTold(telling, published.latest);
    const isNamed = (place: number) =>
      mediatorsMeet(this.mediators(place), telling.mediators) ||
      namesMeet((this.truces[place] as Truce).names, telling.names);
    const latest = this.lastBegun(happened, canBe);
    const named =
      telling.mediators.size + telling.names.size > 0
        ? this.lastBegun(happened, (place) => isNamed(place) && canBe(place))
        : null;
    // Of a truce made since the named one ended nobody need have said yet who mediated it.
    const isGone =
      named !== null && latest !== null && (this.truces[named]?.endedAt ?? Infinity) < this.begun(latest);
    const last = isGone ? latest : (named ?? latest);
    if (last === null || !makes || last === named || broken !== null) return last;
    const start = this.starts[last];
    const isStanding = this.truces[last]?.endedAt === null;
    return isStanding || (start && published.latest - start.latest <= stillNews) ? last : null;
  }

  /** Nothing says when it came out: the only truce that it can be, or the one that nothing dates either; of several none can be told. */
  private fittingUndated(telling: Telling, isOpen: (place: number) => boolean): number | null {
    const open = this.truces.flatMap((truce, place) =>
      isOpen(place) && !mediatorsDiffer(truce.mediators, telling.mediators) ? [place] : [],
    );
    const [only, another] = open;
    const undated = open.find((place) => !this.starts[place]);
    return undated ?? (another === undefined ? (only ?? null) : undecidable);
  }

  /** A side declares and ends its own truce, and not the one that another side declared. */
  private isOfAnotherSide(place: number, telling: Telling): boolean {
    const own = this.truces[place]?.own ?? null;
    const by = telling.own ?? telling.handledBy;
    return own !== null && by !== null && own !== by;
  }

  private mediators(place: number): ReadonlySet<string> {
    return (this.truces[place] as Truce).mediators;
  }

  /** What an article tells as kept, broken or ended had begun by the time it came out. */
  private hasBegunFor(place: number, { told, published }: Telling): boolean {
    const start = this.starts[place];
    if (!start || !published || start.earliest <= published.latest) return true;
    return !told.some(({ event }) => event.reality === 'actual' && lived.has(event.step ?? ''));
  }

  private lastBegun(by: number, canBe: (place: number) => boolean): number | null {
    let at = lowest(this.order, (place) => this.begun(place) > by) - 1;
    while (at >= 0 && !canBe(this.order[at] as number)) at--;
    return this.order[at] ?? null;
  }

  /** Whether the article itself keeps the two apart: it tells of both under different references, and not as starting at one time. */
  private isKeptApart(place: number, telling: Telling): boolean {
    const others = this.byArticle.get(telling.articleId) ?? [];
    return others.some(
      (other) =>
        other.place === place &&
        other.telling.key !== telling.key &&
        !(
          other.telling.effective &&
          telling.effective &&
          gap(other.telling.effective, telling.effective) <= hour
        ),
    );
  }

  private placesBeside(telling: Telling): number[] {
    const others = this.byArticle.get(telling.articleId) ?? [];
    return others.flatMap(({ place }) => (this.isKeptApart(place, telling) ? [place] : []));
  }

  /**
   * The start of the earliest truce that the same article keeps apart from this one, epoch milliseconds, or null.
   * An article dates its news: the truce beside it that it leaves undated is the older one.
   */
  startBeside(telling: Telling): number | null {
    const starts = this.placesBeside(telling).flatMap((place) => this.starts[place]?.earliest ?? []);
    return starts.length > 0 ? Math.min(...starts) : null;
  }

  /**
   * Whether an undated truce is told of as another one than those beside it: it has ended, is named and was broken
   * before they began, or has a mediator that they have not. A second reference alone may be the same truce again.
   */
  isToldApart(telling: Telling, beside: number): boolean {
    const isNamed = telling.openers.length > 0;
    const isOlder = (one: Told) => ends.has(one.event.step ?? '') || (isNamed && isToldBefore(one, beside));
    if (telling.told.some(isOlder)) return true;
    const isOfTheirs = this.placesBeside(telling).some((place) =>
      mediatorsMeet(this.mediators(place), telling.mediators),
    );
    return telling.mediators.size > 0 && !isOfTheirs;
  }

  /**
   * Each event of the stretch under its truce. One without a reference goes to the truce that had last begun when it
   * happened; so does a breach or end that is dated before its own truce began. Calls and proposals concern a truce
   * that is not there yet and stay with the conflict.
   */
  placed(known: readonly AssembledTruce[], loose: readonly Told[], apart: readonly Told[]): Assembled {
    const added = new Map<number, Map<string, Told>>();
    const unplaced = new Map<string, Told>(apart.map((one) => [one.key, one]));
    const put = (place: number | null, one: Told) => {
      if (place === null) unplaced.set(one.key, one);
      else added.set(place, (added.get(place) ?? new Map<string, Told>()).set(one.key, one));
    };
    const begunBy = (at: number) => this.lastBegun(at, () => true);
    for (const { place, telling } of [...this.byArticle.values()].flat()) {
      const start = this.starts[place];
      for (const one of ceasefireEvents(telling)) {
        if (!start || !isToldBefore(one, start.earliest)) put(place, one);
        else put(one.range && begunBy(one.range.latest), one);
      }
    }
    for (const one of loose) {
      const isCall = calls.has(one.event.step ?? '');
      put(isCall || one.at === null ? null : begunBy(one.range?.latest ?? one.at), one);
    }
    const truces = this.truces.map((truce, place): AssembledTruce => {
      const before = known[place];
      const more = added.get(place);
      if (before && !more && before.truce === truce) return before;
      const told = [...(before?.told ?? []), ...(more?.values() ?? [])].sort(inOrder);
      return { truce, told };
    });
    return { truces, unplaced: [...unplaced.values()].sort(inOrder) };
  }
}

/** Two truces whose starts lie farther apart than this are never one: the longest notice and a mistaken day. */
const farthest = 8 * day;

/** Whether a truce's keeping, breach or end is dated before the start of a truce: then it is not of that truce. */
function isToldBefore(one: Told, start: number): boolean {
  return one.event.type === 'ceasefire' && !isOpener(one) && one.range !== null && one.range.latest < start;
}
