import type { Ceasefire, Declaration, Mediation, Moment, MomentLevel } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import { displayName, identityOf } from '../conflicts/names.ts';
import { measuresOf } from '../measures/measures.ts';
import { day, hour, instant, type Range, rangeOf, width } from '../range.ts';
import { inOrder, type Told } from '../told.ts';
import { endingOf } from './ending.ts';
import type { ConflictSides, Life } from './life.ts';
import { linksOf } from './links.ts';
import { mediatorsOf } from './mediators.ts';
import { isAnnouncing, narrowest, refsOf } from './telling.ts';
import type { Truce } from './truce.ts';

/** The Ceasefire object of the contract. `horizon` is the end of the timeline, epoch milliseconds UTC; `articlesOn` says how many articles tell of the conflict on a UTC day. */
export function describe(
  life: Life,
  conflict: ConflictSides,
  horizon: number,
  articlesOn: (day: string) => number,
): Ceasefire {
  const moments = life.openers.flatMap(({ event }) => [event.when, event.effectiveAt, event.until]);
  const known = moments.filter((moment) => moment !== null);
  const ending = endingOf(life, horizon);
  return {
    id: life.id,
    kind: life.scope.kind,
    parties: life.scope.sides.map((side) => conflict.definition.sides[side]?.name ?? ''),
    mediators: mediatorNames(life.truce, conflict),
    purpose: [...new Set(life.openers.flatMap(({ event }) => event.purpose))].sort(byText),
    announcedAt: life.announced && momentOf(life.announced, known),
    effectiveAt: life.truce.effective && momentOf(life.truce.effective, known),
    until: life.until && momentOf(life.until, known),
    endedAt: ending && momentOf(ending.range, known),
    outcome: ending?.outcome ?? unended(life, horizon),
    declarations: declarationsOf(life, conflict, known),
    mediation: mediationOf(life.truce, conflict),
    links: linksOf(life, horizon),
    measures: measuresOf(life, conflict, articlesOn, horizon),
    follows: life.previous?.id ?? null,
    because: refsOf(life.told),
  };
}

function unended(life: Life, horizon: number): Ceasefire['outcome'] {
  if (life.announcedAt === null) return 'unknown';
  if (life.effectAt !== null) return life.effectAt <= horizon ? 'in_effect' : 'pending';
  const isKeptOrBroken = life.told.some(
    ({ event }) => event.step === 'observed' || event.step === 'violated',
  );
  return isKeptOrBroken ? 'in_effect' : 'pending';
}

/**
 * Named by most articles first. A vague telling may have been put to the wrong truce: its mediators count only where
 * no dated telling names any.
 */
function mediatorNames({ tellings }: Truce, { sideOf }: ConflictSides): string[] {
  const named = tellings.map(({ told, isDated }) => ({ isDated, mediators: mediatorsIn(told, sideOf) }));
  const isAnyDated = named.some(({ isDated, mediators }) => isDated && mediators.length > 0);
  const found = new Map<string, { spellings: string[]; articles: Set<string> }>();
  for (const { isDated, mediators } of named) {
    if (isAnyDated && !isDated) continue;
    for (const { mediator, articleId } of mediators) {
      const identity = identityOf(mediator);
      const entry = found.get(identity) ?? { spellings: [], articles: new Set() };
      entry.spellings.push(mediator.name);
      entry.articles.add(articleId);
      found.set(identity, entry);
    }
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.articles.size - one.articles.size || byText(a, b))
    .map(([identity, { spellings }]) => displayName(identity, spellings));
}

/** Every mediator that a report names, with who says so. */
function mediationOf({ tellings }: Truce, { sideOf }: ConflictSides): Mediation[] {
  const found = new Map<string, { spellings: string[]; told: Set<Told> }>();
  for (const { told } of tellings) {
    for (const one of told) {
      for (const mediator of mediatorsOf([one], sideOf)) {
        const identity = identityOf(mediator);
        const entry = found.get(identity) ?? { spellings: [], told: new Set() };
        entry.spellings.push(mediator.name);
        entry.told.add(one);
        found.set(identity, entry);
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => byText(a, b))
    .map(([identity, { spellings, told }]) => {
      const speakers = [...told].flatMap(({ event }) =>
        event.claims.flatMap(({ by, polarity }) => (polarity === 'denies' ? [] : by)),
      );
      return {
        name: displayName(identity, spellings),
        saidBy: [...new Set(speakers)].sort(byText),
        because: refsOf([...told].sort(inOrder)),
      };
    });
}

/** The sides that declared or agreed, each with the narrowest time that a report gives. */
function declarationsOf(
  life: Life,
  { definition, sideOf }: ConflictSides,
  known: readonly Moment[],
): Declaration[] {
  const making = life.openers.filter(({ event }) => isAnnouncing(event.step));
  return life.scope.sides.map((side) => {
    const own = making.filter(({ event }) =>
      event.actors.some((actor) => actor.role !== 'mediator' && sideOf(actor) === side),
    );
    const at = narrowest(own.flatMap(({ range }) => range ?? []));
    return {
      party: definition.sides[side]?.name ?? '',
      at: at && momentOf(at, known),
      because: refsOf(own),
    };
  });
}

function mediatorsIn(told: readonly Told[], sideOf: ConflictSides['sideOf']) {
  return told.flatMap((one) =>
    mediatorsOf([one], sideOf).map((mediator) => ({ mediator, articleId: one.ref.articleId })),
  );
}

/** The moment as an article gives it where one gives just this range, else one derived from several. */
function momentOf(range: Range, known: readonly Moment[]): Moment {
  const same = known.find((moment) => {
    const { earliest, latest } = rangeOf(moment);
    return earliest === range.earliest && latest === range.latest;
  });
  const bounds = { earliest: instant(range.earliest), latest: instant(range.latest) };
  if (!same) return { ...bounds, level: levelOf(range), basis: 'derived' };
  return { ...bounds, level: same.level, basis: same.basis, ...(same.text ? { text: same.text } : {}) };
}

const levels: readonly (readonly [number, MomentLevel])[] = [
  [60_000, 'minute'],
  [hour, 'hour'],
  [12 * hour, 'part_of_day'],
  [36 * hour, 'day'],
  [8 * day, 'week'],
  [32 * day, 'month'],
  [367 * day, 'year'],
];

/** The finest level that is at least as wide as the range. */
function levelOf(range: Range): MomentLevel {
  return levels.find(([widest]) => width(range) <= widest)?.[1] ?? 'longer';
}
