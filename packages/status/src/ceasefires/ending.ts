import type { Ceasefire } from '@trucewatch/schema';
import type { SideOf } from '../conflicts/sides.ts';
import type { Range } from '../range.ts';
import type { Told } from '../told.ts';
import type { Life } from './life.ts';

export interface Ending {
  readonly at: number;
  readonly range: Range;
  readonly outcome: Ceasefire['outcome'];
}

/**
 * How and when a truce ended, as far as is known by `horizon` (epoch milliseconds UTC), or null.
 * The first of: a reported collapse that no later report of its holding answers, a formal end, its stated or
 * reported expiry, and the making of a truce that replaces it.
 */
export function endingOf(life: Life, horizon: number): Ending | null {
  const endings: Ending[] = [];
  for (const one of life.told) {
    const outcome = one.event.reality === 'actual' ? outcomeOf(one) : null;
    const at = outcome && within(life, one);
    if (outcome && at !== null && !isAnswered(life, one, at)) {
      endings.push({ at, range: boundsOf(life, one, at), outcome });
    }
  }
  const { until, supersededAt, supersededBy } = life;
  if (until && (supersededAt === null || until.latest < supersededAt)) {
    endings.push({ at: until.latest, range: until, outcome: 'expired' });
  }
  if (supersededAt !== null) {
    const made = supersededBy?.announced ?? { earliest: supersededAt, latest: supersededAt };
    endings.push({ at: supersededAt, range: made, outcome: 'superseded' });
  }
  const [first] = endings.filter(({ at }) => at <= horizon).sort((a, b) => a.at - b.at);
  return first ?? null;
}

function outcomeOf({ event }: Told): Ceasefire['outcome'] | null {
  if (event.step === 'collapsed' || event.step === 'terminated') return event.step;
  return event.step === 'expired' ? 'expired' : null;
}

/** A report that a truce holds or is extended, made of a later time, answers a report that it had collapsed. */
function isAnswered(life: Life, ending: Told, at: number): boolean {
  return (
    ending.event.step === 'collapsed' &&
    life.told.some(
      (one) => showsItStands(one, life.sideOf) && (within(life, one) ?? Number.NEGATIVE_INFINITY) > at,
    )
  );
}

function showsItStands({ event }: Told, sideOf: SideOf): boolean {
  if (event.reality !== 'actual') return false;
  return event.step === 'extended' || (event.step === 'observed' && !isOneSidesWord(event, sideOf));
}

/** Whether only one side says so, or says so of itself: a pledge or a claim, not a report. */
export function isOneSidesWord(event: Told['event'], sideOf: SideOf): boolean {
  const keepers = event.actors.filter(({ role }) => role === 'initiator').map(sideOf);
  const speakers = event.claims
    .filter(({ polarity }) => polarity !== 'denies')
    .map(({ by }) => sideOf({ name: by }));
  const isOneSide = (sides: number[]) => sides.length > 0 && sides[0] !== -1 && new Set(sides).size === 1;
  return isOneSide(event.step === 'observed' && keepers.length > 0 ? keepers : speakers);
}

/**
 * Where the fold puts an event of a truce: no sooner than the truce was in effect (or made, where the effect is
 * unknown) and no later than the next truce. Null when it has no time at all.
 */
export function within(life: Life, told: Told): number | null {
  const at =
    told.event.step === 'collapsed'
      ? collapsedBy(life, told)
      : told.event.step === 'observed'
        ? observedBy(life, told)
        : told.at;
  if (at === null) return null;
  const from = life.effectAt ?? life.announcedAt ?? at;
  return Math.min(Math.max(at, from), life.supersededAt ?? Number.POSITIVE_INFINITY);
}

/** "The truce holds", without a time, in an article that dates a breach: it is said of the whole, and answers no breach. */
function observedBy(life: Life, { at, event, ref }: Told): number | null {
  if (at === null || event.when) return at;
  const breaches = life.told.filter(
    (one) => one.event.step === 'violated' && one.ref.articleId === ref.articleId && one.at !== null,
  );
  return breaches.reduce((first, one) => Math.min(first, one.at ?? first), at);
}

/** A collapse told only to the day, with breaches on that day alleged later than its middle: those came first, so its end. */
function collapsedBy(life: Life, { at, range }: Told): number | null {
  if (at === null || !range) return at;
  const brokenMeanwhile = life.told.some(
    (one) => one.event.step === 'violated' && one.at !== null && one.at > at && one.at <= range.latest,
  );
  return brokenMeanwhile ? range.latest : at;
}

function boundsOf(life: Life, { range, published }: Told, at: number): Range {
  const from = life.effectAt ?? life.announcedAt ?? at;
  const earliest = Math.min(Math.max(range?.earliest ?? from, from), at);
  const latest = Math.min(
    range?.latest ?? published?.latest ?? at,
    life.supersededAt ?? Number.POSITIVE_INFINITY,
  );
  return { earliest, latest: Math.max(latest, earliest) };
}
