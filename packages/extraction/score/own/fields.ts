import type { Actor, Event, Moment } from '@trucewatch/schema';
import { sameName } from '../same-name.ts';
import type { ExpectedCount, ExpectedEvent } from './corpus-case.ts';

const hourInMs = 3_600_000;

/** Whether a label's names (alternatives, ids among them) are those of a find. */
export function isNamed(names: string, found: { name: string; id?: string | undefined }): boolean {
  return names
    .split('|')
    .some((name) => (name.includes(':') ? name === found.id : sameName(name, found.name)));
}

/** The roles of a find that answer each list of a label. Sides of a two-sided event may be named as parties. */
export const rolesOf = {
  initiators: ['initiator', 'party'],
  recipients: ['recipient', 'victim', 'party'],
  parties: ['party', 'initiator', 'recipient'],
  mediators: ['mediator'],
} as const satisfies Record<string, readonly Actor['role'][]>;
export type Who = keyof typeof rolesOf;
export const whos = Object.keys(rolesOf) as Who[];

const listsOf: Readonly<Record<Actor['role'], readonly Who[]>> = {
  initiator: ['initiators', 'parties'],
  recipient: ['recipients', 'parties'],
  victim: ['recipients', 'parties'],
  party: ['parties', 'initiators', 'recipients'],
  mediator: ['mediators'],
};

/**
 * Whether an actor of a find stands in the label, in a list that its role answers. Parties of an event whose label
 * names no side at all come from elsewhere in the article and are not judged.
 */
export function isExpected(actor: Actor, label: ExpectedEvent): boolean {
  if (actor.role === 'party' && listsOf.party.every((who) => label[who].length === 0)) return true;
  return listsOf[actor.role].some((who) => label[who].some((names) => isNamed(names, actor)));
}

/** Whether a find names a labelled actor in a role that answers the list. */
export function hasActor(found: Event, who: Who, names: string): boolean {
  const roles: readonly Actor['role'][] = rolesOf[who];
  return found.actors.some((actor) => roles.includes(actor.role) && isNamed(names, actor));
}

/**
 * A time is right when its middle lies in the labelled days or minute. Labels are local days, finds are instants:
 * the middle of a local day is in the UTC day of the same name, for a part of it six hours are allowed on each side.
 */
export function isTime(label: string, moment: Moment): boolean {
  const [range = '', level] = label.split(' ');
  const [from = '', to = from] = range.split('..');
  const slack = level === 'part_of_day' ? 6 * hourInMs : level === 'hour' ? hourInMs / 2 : 0;
  const middle = (Date.parse(moment.earliest) + Date.parse(moment.latest)) / 2;
  const end = Date.parse(to) + (to.includes('T') ? hourInMs / 60 : 24 * hourInMs);
  return middle >= Date.parse(from) - slack && middle < end + slack;
}

/** Whether a time is told as finely as the label says. */
export function isLevel(label: string, moment: Moment): boolean {
  return label.endsWith(` ${moment.level}`);
}

/** A count is right when it says the same of the same number of people. */
export function isCount(label: ExpectedCount, found: Event['casualties'][number]): boolean {
  const high = label.high === undefined ? label.low : label.high;
  return found.of === label.of && found.low === label.low && found.high === high;
}
