import { byText } from '../compare.ts';
import { day, gap, hour, intersection, type Range, width } from '../range.ts';
import type { Told } from '../told.ts';
import { mediatorsDiffer } from './mediators.ts';
import { namesDiffer } from './names.ts';
import { narrowest, noticeBefore, type Telling } from './telling.ts';

/** What several articles tell of one ceasefire. Never changed: a further telling makes a new one. */
export interface Truce {
  /** The smallest key of its tellings: what it is known by where nothing dates it. */
  readonly key: string;
  readonly announced: Range | null;
  readonly effective: Range | null;
  /** The first publication that tells of it as made, where that is news: it was announced by then. */
  readonly firstPublished: Range | null;
  readonly mediators: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Positions of the sides that it is told of, in the conflict's definition. */
  readonly sides: ReadonlySet<number>;
  /** The side that declared it alone, as far as is told; null for one that others made too. */
  readonly own: number | null;
  /** For a truce that nothing dates, told beside a dated one: it began before this, epoch milliseconds UTC. */
  readonly before: number | null;
  /** When the last report of its end says that it ended, epoch milliseconds UTC; null while none says so. */
  readonly endedAt: number | null;
  /** When it was last suspended, epoch milliseconds UTC; null when no report says so. */
  readonly suspendedAt: number | null;
  /** The events of every telling, talks and deals that lend their mediators among them. */
  readonly tellings: readonly { readonly told: readonly Told[]; readonly isDated: boolean }[];
}

export function openTruce(telling: Telling, before: number | null): Truce {
  const blank = {
    announced: null,
    effective: null,
    firstPublished: null,
    endedAt: null,
    suspendedAt: null,
    mediators: new Set<string>(),
    names: new Set<string>(),
    sides: new Set<number>(),
    own: telling.own,
  };
  return joined({ ...blank, key: telling.key, before, tellings: [] }, telling);
}

/** The truce with one more telling. Times that agree narrow each other; of times that do not, the narrower stays. */
export function joined(truce: Truce, telling: Telling): Truce {
  const { published, openers } = telling;
  const isFirst =
    published !== null &&
    openers.length > 0 &&
    truce.before === null &&
    (truce.firstPublished === null || published.latest < truce.firstPublished.latest);
  return {
    key: byText(telling.key, truce.key) < 0 ? telling.key : truce.key,
    announced: combined(truce.announced, telling.announced),
    effective: combined(truce.effective, telling.effective),
    firstPublished: isFirst ? published : truce.firstPublished,
    mediators: union(truce.mediators, telling.mediators),
    names: union(truce.names, telling.names),
    sides: union(truce.sides, telling.sides),
    own: telling.openers.length === 0 || truce.own === telling.own ? truce.own : null,
    before: truce.before,
    endedAt: latest(truce.endedAt, telling, ends),
    suspendedAt: latest(truce.suspendedAt, telling, suspensions),
    tellings: [...truce.tellings, { told: telling.told, isDated: certainty(telling) < 3 }],
  };
}

/** The steps that end a truce. */
export const ends: ReadonlySet<string> = new Set(['collapsed', 'terminated', 'expired']);

const suspensions = new Set(['suspended']);

function latest(before: number | null, { told }: Telling, steps: ReadonlySet<string>): number | null {
  let last = before;
  for (const { event, at } of told) {
    const isOne = event.type === 'ceasefire' && event.reality === 'actual' && steps.has(event.step ?? '');
    if (isOne && at !== null) last = Math.max(last ?? at, at);
  }
  return last;
}

function union<T>(known: ReadonlySet<T>, more: ReadonlySet<T>): ReadonlySet<T> {
  return [...more].every((one) => known.has(one)) ? known : new Set([...known, ...more]);
}

/** Whether a telling may be of the truce by what they are called and whom they bind: two names, or two foes of one side, are two truces. */
export function canBeOne(truce: Truce, { names, sides }: Telling): boolean {
  if (namesDiffer(truce.names, names)) return false;
  if (truce.sides.size < 2 || sides.size < 2) return true;
  return [...sides].filter((side) => truce.sides.has(side)).length > 1;
}

function combined(a: Range | null, b: Range | null): Range | null {
  if (!a || !b) return a ?? b;
  return intersection(a, b) ?? narrowest([a, b]);
}

/** The stretch in which the truce began, by the best time there is; null when nothing dates it. */
export function startRange({ effective, announced, firstPublished }: Truce): Range | null {
  return effective ?? announced ?? firstPublished;
}

/** Truces start at one time when their effect times lie so close, whatever zone was meant. */
const sameEffect = 18 * hour;
/** A day may be told as the one before or after it. */
const sameAnnouncement = day;
/** How long before an article came out the truce was made that it tells as news, without a time. */
const newsFor = 1.5 * day;

/** When a truce was made that an article of that publication tells as news. */
export function newsBy({ earliest, latest }: Range): Range {
  return { earliest: earliest - newsFor, latest };
}

/**
 * How far apart a telling and a truce are in time, in milliseconds, or null when they cannot be one truce.
 * Effect is compared with effect and announcement with announcement where both are known; an announcement must
 * also suit the other's effect: at most five days before it and at most one day after. A truce that nothing dates
 * was announced shortly before the first article that tells of it.
 */
export function distance(truce: Truce, telling: Telling): number | null {
  const { effective } = truce;
  const isDated = effective !== null || truce.announced !== null;
  const announced = isDated ? truce.announced : truce.firstPublished && newsBy(truce.firstPublished);
  const effectGap = effective && telling.effective ? gap(effective, telling.effective) : null;
  const announcedGap = announced && telling.announced ? gap(announced, telling.announced) : null;
  const mediation = mediatorsDiffer(truce.mediators, telling.mediators) ? day : 0;
  if (!isDated && mediation > 0) return null;
  if (effectGap !== null) {
    if (effectGap <= sameEffect) return effectGap + mediation;
    // One article may have mistaken the day of the effect where both know the day of the announcement.
    const isSlip = announcedGap === 0 && effectGap <= 2 * day && mediation === 0;
    return isSlip ? effectGap : null;
  }
  const notices = [
    effective && telling.announced ? notice(telling.announced, effective) : 0,
    announced && telling.effective ? notice(announced, telling.effective) : 0,
  ];
  if (notices.some((apart) => apart === null)) return null;
  if (announcedGap !== null) return announcedGap <= sameAnnouncement ? announcedGap + mediation : null;
  const isComparable = (effective && telling.announced) || (announced && telling.effective);
  return isComparable ? Math.max(...notices.map((apart) => apart ?? 0)) + mediation : null;
}

/** By how much an announcement misses the effect, or null where it cannot belong to it. */
function notice(announced: Range, effective: Range): number | null {
  if (gap(announced, noticeBefore(effective)) > 0) return null;
  return Math.max(0, effective.earliest - announced.latest, announced.earliest - effective.latest);
}

/** 0: the effect is known to 36 hours; 1: the announcement to three days; 2: wider; 3: undated but says that a truce was made; 4: the rest. */
export function certainty({ effective, announced, openers }: Telling): number {
  if (effective && width(effective) <= 36 * hour) return 0;
  if (announced && width(announced) <= 3 * day) return 1;
  if (effective || announced) return 2;
  return openers.length > 0 ? 3 : 4;
}
