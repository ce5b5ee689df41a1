import { byText } from '../compare.ts';
import type { SideOf } from '../conflicts/sides.ts';
import { day, gap, placed } from '../range.ts';
import { inOrder, type Told } from '../told.ts';
import { mediatorsDiffer, mediatorsMeet } from './mediators.ts';
import { isOpener, type Telling, tellingsOf } from './telling.ts';
import { addTo, certainty, distance, isKeptApart, openTruce, startRange, type Truce } from './truce.ts';

/** The truces of one conflict, by start, and the events that could be put under none of them. */
export interface Assembled {
  readonly truces: readonly AssembledTruce[];
  readonly unplaced: readonly Told[];
}

export interface AssembledTruce {
  readonly truce: Truce;
  /** Every event put under it, by when it happened. */
  readonly told: readonly Told[];
}

/**
 * Puts together what the articles tell of each truce. Tellings are taken by how well they are dated, then by
 * start, so that the order in which articles came in cannot matter: the well dated ones make the truces, the
 * vague ones ("the Moscow-brokered truce", "last week's deal") are put under the truce that fits.
 */
export function assembleTruces(told: readonly Told[], sideOf: SideOf): Assembled {
  const { tellings, loose } = tellingsOf(told, sideOf);
  const truces: Truce[] = [];
  const apart: Told[] = [];
  for (const telling of [...tellings].sort(byCertainty)) {
    const rank = certainty(telling);
    const dated = rank < 3 ? nearest(truces, telling) : null;
    const truce = dated ?? (rank < 3 ? null : fitting(truces, telling));
    if (truce) addTo(truce, telling);
    else if (telling.isBackground) continue;
    else if (rank < 3) truces.push(openTruce(telling, null));
    else {
      const beside = startBeside(truces, telling);
      const isOfItsOwn = beside === null ? telling.openers.length > 0 : isToldApart(truces, telling, beside);
      if (isOfItsOwn) truces.push(openTruce(telling, beside));
      // A reference of its own says that it is not the truce told of beside it: better no truce than that one.
      else if (beside === null) loose.push(...ceasefireEvents(telling));
      else apart.push(...ceasefireEvents(telling));
    }
  }
  return placeLoose(truces, loose, apart);
}

function ceasefireEvents({ told }: Telling): Told[] {
  return told.filter(({ event }) => event.type === 'ceasefire');
}

/**
 * The start of the earliest truce that the same article keeps apart from this one, epoch milliseconds, or null.
 * An article dates its news: the truce beside it that it leaves undated is the older one.
 */
function startBeside(truces: readonly Truce[], telling: Telling): number | null {
  const starts = truces.flatMap((truce) =>
    isKeptApart(truce, telling) ? (startRange(truce)?.earliest ?? []) : [],
  );
  return starts.length > 0 ? Math.min(...starts) : null;
}

/**
 * Whether an undated truce is told of as another one than those beside it: it has ended, is named and was broken
 * before they began, or has a mediator that they have not. A second reference alone may be the same truce mentioned again.
 */
function isToldApart(truces: readonly Truce[], telling: Telling, beside: number): boolean {
  const isNamed = telling.openers.length > 0;
  const isOlder = (one: Told) => ends.has(one.event.step ?? '') || (isNamed && isToldBefore(one, beside));
  if (telling.told.some(isOlder)) return true;
  const others = truces.filter((truce) => isKeptApart(truce, telling));
  const isOfTheirs = others.some((truce) => mediatorsMeet(truce.mediators, telling.mediators));
  return telling.mediators.size > 0 && !isOfTheirs;
}

/** Whether a truce's keeping, breach or end is dated before the start of a truce: then it is not of that truce. */
function isToldBefore(one: Told, start: number): boolean {
  return one.event.type === 'ceasefire' && !isOpener(one) && one.range !== null && one.range.latest < start;
}

const ends = new Set(['collapsed', 'terminated', 'expired']);

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

/** The truce closest in time that the telling can be one with. */
function nearest(truces: readonly Truce[], telling: Telling): Truce | null {
  let best: Truce | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const truce of truces) {
    const apart = distance(truce, telling);
    if (apart === null || apart >= least || isKeptApart(truce, telling)) continue;
    best = truce;
    least = apart;
  }
  return best;
}

/** How long after its start an undated "the truce was agreed" is still taken to speak of it. */
const stillNews = 14 * day;

/**
 * The truce that an undated telling speaks of: one that began within a day and a half before publication or is
 * just about to, else the last one begun before, of the same mediator where one is named.
 */
function fitting(truces: readonly Truce[], telling: Telling): Truce | null {
  const open = truces.filter((truce) => !isKeptApart(truce, telling) && hasBegunFor(truce, telling));
  const { published } = telling;
  if (!published) return open.length === 1 ? (open[0] ?? null) : null;
  // An extension speaks of a truce that stands, however long ago it began.
  const makes = telling.openers.some(({ event }) => event.step !== 'extended');
  const candidates = open.filter((truce) => !mediatorsDiffer(truce.mediators, telling.mediators));
  if (makes) {
    const news = { earliest: published.earliest - 1.5 * day, latest: published.latest };
    const fresh = candidates.filter((truce) => gap(truce.announced ?? startRange(truce) ?? news, news) === 0);
    const latest = lastBegun(fresh, Number.POSITIVE_INFINITY);
    if (latest) return latest;
  }
  const happened = Math.max(...telling.told.map(({ at }) => at ?? published.latest));
  const named = candidates.filter((truce) => mediatorsMeet(truce.mediators, telling.mediators));
  const last = lastBegun(named, happened) ?? lastBegun(candidates, happened);
  if (!last || !makes || named.includes(last)) return last;
  const start = startRange(last);
  return start && published.latest - start.latest <= stillNews ? last : null;
}

/** What an article tells as kept, broken or ended had begun by the time it came out. */
function hasBegunFor(truce: Truce, { told, published }: Telling): boolean {
  const start = startRange(truce);
  if (!start || !published || start.earliest <= published.latest) return true;
  return !told.some(({ event }) => event.reality === 'actual' && lived.has(event.step ?? ''));
}

const lived = new Set(['observed', 'violated', 'suspended', 'collapsed', 'terminated', 'expired']);

function lastBegun(truces: readonly Truce[], by: number): Truce | null {
  let best: { truce: Truce; start: number } | null = null;
  for (const truce of truces) {
    const start = startRange(truce);
    if (!start || start.earliest > by) continue;
    if (!best || start.earliest > best.start) best = { truce, start: start.earliest };
  }
  return best?.truce ?? null;
}

/**
 * Events without a reference go to the truce that had last begun when they happened; so does a breach or end that
 * is dated before its own truce began. Calls and proposals concern a truce that is not there yet and stay with
 * the conflict.
 */
function placeLoose(truces: readonly Truce[], loose: readonly Told[], apart: readonly Told[]): Assembled {
  const members = new Map<Truce, Map<string, Told>>(truces.map((truce) => [truce, new Map()]));
  const unplaced = new Map<string, Told>(apart.map((one) => [one.key, one]));
  for (const truce of truces) {
    const start = startRange(truce);
    for (const telling of truce.tellings) {
      for (const one of ceasefireEvents(telling)) {
        if (!start || !isToldBefore(one, start.earliest)) {
          members.get(truce)?.set(one.key, one);
          continue;
        }
        const earlier = one.range && lastBegun(truces, one.range.latest);
        if (earlier) members.get(earlier)?.set(one.key, one);
        else unplaced.set(one.key, one);
      }
    }
  }
  for (const one of loose) {
    const isCall = ['called_for', 'proposed', 'rejected'].includes(one.event.step ?? '');
    const truce = isCall || one.at === null ? null : lastBegun(truces, one.range?.latest ?? one.at);
    if (truce) members.get(truce)?.set(one.key, one);
    else unplaced.set(one.key, one);
  }
  const begun = (truce: Truce) =>
    startRange(truce)?.earliest ?? (truce.before === null ? Number.POSITIVE_INFINITY : truce.before - 1);
  const ordered = [...truces].sort((a, b) => begun(a) - begun(b) || byText(firstKey(a), firstKey(b)));
  return {
    truces: ordered.map((truce) => ({
      truce,
      told: [...(members.get(truce)?.values() ?? [])].sort(inOrder),
    })),
    unplaced: [...unplaced.values()].sort(inOrder),
  };
}

export function firstKey(truce: Truce): string {
  return truce.tellings.map(({ key }) => key).sort(byText)[0] ?? '';
}
