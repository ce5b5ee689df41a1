import armedGroups from '../../data/actors/armed-groups.json' with { type: 'json' };
import caucasus from '../../data/actors/caucasus.json' with { type: 'json' };
import governments from '../../data/actors/governments.json' with { type: 'json' };
import organisations from '../../data/actors/organisations.json' with { type: 'json' };
import type { ActorRow } from './actor-row.ts';

/** The rows of data/actors/; of two equal names the first row's counts. */
export const actorRows = [caucasus, armedGroups, organisations, governments].flat() as ActorRow[];
