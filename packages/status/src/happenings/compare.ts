import type { Count } from '@trucewatch/schema';
import { identityOf, wordsOf } from '../conflicts/names.ts';
import { gap, hour } from '../range.ts';
import type { Told } from '../told.ts';

export type Feature = 'time' | 'place' | 'actors' | 'counts';
/** silent: at least one of the two does not say. */
export type Verdict = 'agree' | 'differ' | 'silent';
export type Comparison = Readonly<Record<Feature, Verdict>>;

/** How far two reports of one hour may differ: news rounds, and zones are mistaken. */
const slack = 6 * hour;

/** Compares two events feature by feature. What one of them does not say is never counted against it. */
export function compare(a: Told, b: Told): Comparison {
  return { time: times(a, b), place: places(a, b), actors: actors(a, b), counts: counts(a, b) };
}

/**
 * Whether two events of one type and step tell of one happening: nothing that tells happenings apart differs
 * (time, place, who did it to whom), and besides the time one more thing agrees. Counts may differ: tolls grow.
 */
export function isOneHappening(comparison: Comparison): boolean {
  const { time, place, actors, counts } = comparison;
  const isContradicted = time === 'differ' || place === 'differ' || actors === 'differ';
  return !isContradicted && time === 'agree' && [place, actors, counts].includes('agree');
}

function times(a: Told, b: Told): Verdict {
  if (a.range && b.range) return gap(a.range, b.range) <= slack ? 'agree' : 'differ';
  if (a.at === null || b.at === null) return 'silent';
  // One of them is dated by its publication alone, which is no more than an upper bound.
  return Math.abs(a.at - b.at) <= 24 * hour ? 'agree' : 'differ';
}

function places(a: Told, b: Told): Verdict {
  const one = a.event.where;
  const other = b.event.where;
  if (!one || !other) return 'silent';
  if (one.id && one.id === other.id) return 'agree';
  if (wordsOf(one.name).join(' ') === wordsOf(other.name).join(' ')) return 'agree';
  // A region or country may hold the town that the other one names.
  const isWide = [one.level, other.level].some((level) => ['province', 'country', 'region'].includes(level));
  return isWide ? 'silent' : 'differ';
}

function actors(a: Told, b: Told): Verdict {
  let verdict: Verdict = 'silent';
  for (const roles of [['initiator'], ['recipient', 'victim'], ['party']]) {
    const one = inRoles(a, roles);
    const other = inRoles(b, roles);
    if (one.size === 0 || other.size === 0) continue;
    if ([...one].some((identity) => other.has(identity))) verdict = verdict === 'differ' ? verdict : 'agree';
    else if (roles[0] !== 'recipient') verdict = 'differ';
  }
  return verdict;
}

function inRoles({ event }: Told, roles: readonly string[]): Set<string> {
  return new Set(event.actors.filter(({ role }) => roles.includes(role)).map(identityOf));
}

function counts(a: Told, b: Told): Verdict {
  let verdict: Verdict = 'silent';
  for (const one of a.event.casualties) {
    for (const other of b.event.casualties) {
      if (one.of !== other.of || one.group !== other.group) continue;
      // A toll since the war began is no incident's toll.
      if (Boolean(one.cumulative) !== Boolean(other.cumulative)) return 'differ';
      if (canBeOne(one, other)) verdict = 'agree';
      else return 'differ';
    }
  }
  return verdict;
}

function canBeOne(a: Count, b: Count): boolean {
  return a.low <= (b.high ?? Number.POSITIVE_INFINITY) && b.low <= (a.high ?? Number.POSITIVE_INFINITY);
}
