import type { CeasefireStep, EventRef, EventType } from '@trucewatch/schema';
import { byText } from '../compare.ts';
import { hashOfParts } from '../hash.ts';
import { inOrder, type Told } from '../told.ts';
import { type Weighed, weigh } from './compare.ts';
import type { Group, Node } from './node.ts';
import { threshold } from './weights.ts';

/** Why an event was put with another one that tells of the same happening. */
export type Link = JoinedByLikeness | JoinedByPerson;

interface JoinedByLikeness {
  readonly event: EventRef;
  readonly with: EventRef;
  readonly by: 'likeness';
  /** What each feature says for or against it, in bits, and their sum, which reaches the threshold. */
  readonly features: readonly Weighed[];
  readonly sum: number;
  readonly threshold: number;
}

interface JoinedByPerson {
  readonly event: EventRef;
  readonly with: EventRef;
  readonly by: 'person';
}

/** One happening with every event that tells of it. */
export interface Happening {
  /** Made from the report that came out first: later ones do not change it, nor does extracting anew. */
  readonly id: string;
  readonly type: EventType;
  readonly step?: CeasefireStep | undefined;
  /** toll: what it counts is the sum since a war or an operation began, no incident. */
  readonly kind: 'incident' | 'toll';
  /** In the order in which they say that it happened. */
  readonly events: readonly EventRef[];
  /** One for each event but the first that was placed. */
  readonly links: readonly Link[];
}

export function happeningOf({ members }: Group): Happening {
  const nodes = members.length > 1 ? members.toSorted((a, b) => inOrder(a.told, b.told)) : members;
  const [first] = nodes as [Node, ...Node[]];
  const { type, step } = first.told.event;
  const events: EventRef[] = [];
  const links: Link[] = [];
  for (const node of nodes) {
    events.push(node.told.ref);
    if (!node.via) continue;
    node.link ??= linkOf(node, node.via);
    links.push(node.link);
  }
  const kind = first.traits.isCumulative ? 'toll' : 'incident';
  const happening = { id: idOf(nodes), type, kind, events, links } as const;
  return step ? { ...happening, step } : happening;
}

/** The groups by when their happenings began: one order for any set of them. */
export function byStart(groups: Iterable<Group>): Group[] {
  return Array.from(groups, (group) => {
    const first = firstOf(group);
    // The number stands beside the group: reaching into each event would be most of the sorting's time.
    return { group, first, at: first.at ?? Number.POSITIVE_INFINITY };
  })
    .sort((a, b) => (a.at === b.at ? inOrder(a.first, b.first) : a.at - b.at))
    .map(({ group }) => group);
}

function firstOf({ members }: Group): Told {
  return members.reduce(
    (first, { told }) => (inOrder(told, first) < 0 ? told : first),
    (members[0] as Node).told,
  );
}

function linkOf({ told, traits, isByPerson }: Node, via: Node): Link {
  const event = told.ref;
  if (isByPerson) return { event, with: via.told.ref, by: 'person' };
  const features = weigh(traits, via.traits);
  let sum = 0;
  for (const { weight } of features) sum += weight;
  sum = Math.round(sum * 1_000) / 1_000;
  return { event, with: via.told.ref, by: 'likeness', features, sum, threshold };
}

/** 64 bits: a long history has more happenings than 32 tell apart. */
function idOf(nodes: readonly Node[]): string {
  let first = nodes[0] as Node;
  for (const node of nodes) if (byPublication(node, first) < 0) first = node;
  const { told, isTwin } = first;
  return `happening:${hashOfParts(isTwin ? [...anchorOf(told), told.key] : anchorOf(told))}`;
}

function byPublication({ told: a }: Node, { told: b }: Node): number {
  const at = ({ published }: Told) => published?.latest ?? 0;
  return at(a) - at(b) || byText(a.ref.articleId, b.ref.articleId) || byText(a.key, b.key);
}

/** What stays of an event when its article is extracted anew: where its words stand and what they tell of. */
function anchorOf({ ref, event }: Told): (string | number)[] {
  const [first] = event.evidence;
  const parts = [
    ref.articleId,
    first?.in ?? 'text',
    first?.start ?? 0,
    event.type,
    event.step ?? '',
    event.reality,
  ];
  for (const { role, id, name } of event.actors) parts.push(role, id ?? name);
  parts.push(event.where?.name ?? '');
  return parts;
}

/** Whether only their ids tell two events of one article apart. */
export function areTwins(a: Node, b: Node): boolean {
  const isLike = a.traits.kind === b.traits.kind && startOf(a) === startOf(b);
  return a !== b && isLike && hashOfParts(anchorOf(a.told)) === hashOfParts(anchorOf(b.told));
}

function startOf({ told }: Node): number | undefined {
  return told.event.evidence[0]?.start;
}
