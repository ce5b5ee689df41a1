import type { CeasefireStep, EventRef, EventType } from '@trucewatch/schema';
import { fnv1a } from '../hash.ts';
import { day } from '../range.ts';
import { type Report, type Told, toldEvents } from '../told.ts';
import { type Comparison, compare, type Feature, isOneHappening, type Verdict } from './compare.ts';

/** One happening with every event that tells of it. */
export interface Happening {
  readonly id: string;
  readonly type: EventType;
  readonly step?: CeasefireStep | undefined;
  /** By when they say it happened. */
  readonly events: readonly EventRef[];
  /** Why they are one: for each feature what the reports say together; `differ` when any two of them do. */
  readonly compared: Comparison;
}

interface Group {
  readonly members: Told[];
  readonly comparisons: Comparison[];
}

/**
 * Merges the events of several articles that tell of one happening. Events are taken by when they happened, and
 * an event joins the first group with whose every member it can be one, so that the order of arrival cannot
 * matter and no chain of small differences joins two days. Events that are not told as having happened stay alone.
 */
export function happenings(reports: readonly Report[]): Happening[] {
  const groups: Group[] = [];
  const recent = new Map<string, Group[]>();
  for (const told of toldEvents(reports, null)) {
    const { type, step, reality } = told.event;
    const key = `${type} ${step ?? ''} ${reality}`;
    const near = (recent.get(key) ?? []).filter(({ members }) => isNear(members[0], told));
    const joined = reality === 'actual' && near.some((group) => join(group, told));
    if (!joined) {
      const group = { members: [told], comparisons: [] };
      groups.push(group);
      near.push(group);
    }
    recent.set(key, near);
  }
  return groups.map(({ members, comparisons }) => {
    const [first] = members as [Told, ...Told[]];
    const { type, step } = first.event;
    const events = members.map(({ ref }) => ref);
    return { id: `happening:${fnv1a(first.key)}`, type, step, events, compared: together(comparisons) };
  });
}

/** Two days are more than two reports of one happening may lie apart. */
function isNear(first: Told | undefined, told: Told): boolean {
  if (!first || first.at === null || told.at === null) return false;
  return told.at - first.at <= 2 * day;
}

function join(group: Group, told: Told): boolean {
  const comparisons: Comparison[] = [];
  for (const member of group.members) {
    const comparison = compare(member, told);
    // One article tells of one happening once; a second event of it is another happening.
    if (member.ref.articleId === told.ref.articleId || !isOneHappening(comparison)) return false;
    comparisons.push(comparison);
  }
  group.members.push(told);
  group.comparisons.push(...comparisons);
  return true;
}

function together(comparisons: readonly Comparison[]): Comparison {
  const verdict = (feature: Feature): Verdict => {
    const verdicts = comparisons.map((comparison) => comparison[feature]);
    return verdicts.includes('differ') ? 'differ' : verdicts.includes('agree') ? 'agree' : 'silent';
  };
  return {
    time: verdict('time'),
    place: verdict('place'),
    actors: verdict('actors'),
    counts: verdict('counts'),
  };
}
