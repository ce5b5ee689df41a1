import type { Actor, Event } from '@trucewatch/schema';
import { inRole, list } from '../exported-event.ts';

/** ACLED's kinds of actors, in the order of its former numbers 1 to 8. */
const kinds = [
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
] as const;
type Kind = (typeof kinds)[number];

export interface AcledActors {
  actor1: string;
  assoc_actor_1: string;
  inter1: Kind | '';
  actor2: string;
  assoc_actor_2: string;
  inter2: Kind | '';
  interaction: string;
}

/** ACLED's actor columns. Their order means nothing, but civilians are always actor2. */
export function acledActors(event: Event, isOnCivilians: boolean): AcledActors {
  const parties = inRole(event, 'party');
  const first = inRole(event, 'initiator');
  const second = inRole(event, 'recipient', 'victim');
  const [one = [], other = []] =
    first.length > 0 || second.length > 0
      ? [[...first], [...second]]
      : [parties.slice(0, 1), parties.slice(1)];
  const civilians = isOnCivilians && other.every(({ role }) => role === 'victim');
  const inter1 = one[0] ? kindOf(one[0], event) : '';
  const inter2 = civilians ? 'Civilians' : other[0] ? kindOf(other[0], event) : '';
  const actor2 = civilians ? 'Civilians' : (other[0]?.name ?? '');
  return {
    actor1: one[0]?.name ?? '',
    assoc_actor_1: list(one.slice(1).map(({ name }) => name)),
    inter1,
    actor2,
    assoc_actor_2: list((civilians ? other : other.slice(1)).map(({ name }) => name)),
    inter2,
    interaction: interactionOf(inter1, inter2),
  };
}

/** What the identity tells: a state's forces, an armed group, else unknown, which ACLED files under other forces. */
function kindOf({ id, role }: Actor, event: Event): Kind {
  if (event.type === 'protest' && role === 'initiator') return 'Protesters';
  if (role === 'victim') return 'Civilians';
  if (id?.startsWith('country:')) return 'State forces';
  return id?.startsWith('group:') ? 'Rebel group' : 'External/Other forces';
}

function interactionOf(a: Kind | '', b: Kind | ''): string {
  const sorted = kinds.filter((kind) => kind === a || kind === b);
  if (sorted.length === 0) return '';
  if (sorted.length === 2) return sorted.join('-');
  return a && b ? `${a}-${b}` : `${a || b} only`;
}
