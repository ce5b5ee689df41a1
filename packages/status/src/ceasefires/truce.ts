import { day, gap, hour, intersection, type Range, width } from '../range.ts';
import { mediatorsDiffer } from './mediators.ts';
import { narrowest, noticeBefore, type Telling } from './telling.ts';

/** A truce in the making: what several articles tell of one ceasefire. */
export interface Truce {
  readonly tellings: Telling[];
  announced: Range | null;
  effective: Range | null;
  readonly mediators: Set<string>;
  /** For a truce that nothing dates, told beside a dated one: it began before this, epoch milliseconds UTC. */
  readonly before: number | null;
}

export function openTruce(telling: Telling, before: number | null): Truce {
  const truce: Truce = { tellings: [], announced: null, effective: null, mediators: new Set(), before };
  addTo(truce, telling);
  return truce;
}

/** Adds a telling. Times that agree narrow each other; of times that do not, the narrower stays. */
export function addTo(truce: Truce, telling: Telling): void {
  truce.tellings.push(telling);
  truce.announced = combined(truce.announced, telling.announced);
  truce.effective = combined(truce.effective, telling.effective);
  for (const mediator of telling.mediators) truce.mediators.add(mediator);
}

function combined(a: Range | null, b: Range | null): Range | null {
  if (!a || !b) return a ?? b;
  return intersection(a, b) ?? narrowest([a, b]);
}

/** The stretch in which the truce began, by the best time there is; null when nothing dates it. */
export function startRange(truce: Truce): Range | null {
  return truce.effective ?? truce.announced ?? firstPublished(truce);
}

/** The first publication that tells of it as made, where that is news: it was announced by then. */
export function firstPublished(truce: Truce): Range | null {
  if (truce.before !== null) return null;
  let first: Range | null = null;
  for (const { published, openers } of truce.tellings) {
    if (published && openers.length > 0 && (!first || published.latest < first.latest)) first = published;
  }
  return first;
}

/** Truces start at one time when their effect times lie so close, whatever zone was meant. */
const sameEffect = 18 * hour;
/** A day may be told as the one before or after it. */
const sameAnnouncement = day;

/**
 * How far apart a telling and a truce are in time, in milliseconds, or null when they cannot be one truce.
 * Effect is compared with effect and announcement with announcement where both are known; an announcement must
 * also suit the other's effect: at most five days before it and at most one day after.
 */
export function distance(truce: Truce, telling: Telling): number | null {
  const { announced, effective } = telling;
  const effectGap = truce.effective && effective ? gap(truce.effective, effective) : null;
  const announcedGap = truce.announced && announced ? gap(truce.announced, announced) : null;
  const mediation = mediatorsDiffer(truce.mediators, telling.mediators) ? day : 0;
  if (effectGap !== null) {
    if (effectGap <= sameEffect) return effectGap + mediation;
    // One article may have mistaken the day of the effect where both know the day of the announcement.
    const isSlip = announcedGap === 0 && effectGap <= 2 * day && mediation === 0;
    return isSlip ? effectGap : null;
  }
  const notices = [
    truce.effective && announced ? notice(announced, truce.effective) : 0,
    truce.announced && effective ? notice(truce.announced, effective) : 0,
  ];
  if (notices.some((apart) => apart === null)) return null;
  if (announcedGap !== null) return announcedGap <= sameAnnouncement ? announcedGap + mediation : null;
  const isComparable = (truce.effective && announced) || (truce.announced && effective);
  return isComparable ? Math.max(...notices.map((apart) => apart ?? 0)) + mediation : null;
}

/** By how much an announcement misses the effect, or null where it cannot belong to it. */
function notice(announced: Range, effective: Range): number | null {
  if (gap(announced, noticeBefore(effective)) > 0) return null;
  return Math.max(0, effective.earliest - announced.latest, announced.earliest - effective.latest);
}

/**
 * Whether the article itself keeps the two apart: it tells of both under different references, and not
 * as starting at one time.
 */
export function isKeptApart(truce: Truce, telling: Telling): boolean {
  return truce.tellings.some(
    (other) =>
      other.articleId === telling.articleId &&
      other.key !== telling.key &&
      !(other.effective && telling.effective && gap(other.effective, telling.effective) <= hour),
  );
}

/** 0: the effect is known to 36 hours; 1: the announcement to three days; 2: wider; 3: undated but says that a truce was made; 4: the rest. */
export function certainty({ effective, announced, openers }: Telling): number {
  if (effective && width(effective) <= 36 * hour) return 0;
  if (announced && width(announced) <= 3 * day) return 1;
  if (effective || announced) return 2;
  return openers.length > 0 ? 3 : 4;
}
