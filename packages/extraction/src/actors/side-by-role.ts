import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { ActorRef } from './actor-ref.ts';
import { pairNear } from './pair-near.ts';

const ofState =
  /^(?:the )?(?:government|army|military|armed forces|(?:government|army|military|state|federal) (?:forces|troops|soldiers|units|artillery|aircraft|warplanes|jets|drones|officials?|spokes\w+|command))$/u;
const ofGroup =
  /^(?:the )?(?:rebels|insurgents|guerrillas|guerrilla (?:group|movement)|(?:rebel|insurgent|guerrilla) (?:forces|fighters|units|commanders?|leaders?|leadership|officials?|spokes\w+|group|movement|artillery))$/u;

/**
 * Where a state and an armed group are at war, "the army" and "government forces" are the state's, "the rebels" the
 * group's: the name stays as the text has it, the identity is the side's.
 * @param words the phrase in lower case
 */
export function sideByRole(actor: ActorRef, words: string, line: Line, story: Story): ActorRef {
  const isState = ofState.test(words);
  if (actor.id !== undefined || (!isState && !ofGroup.test(words))) return actor;
  const pair = pairNear(line, story);
  const [state, ...states] = pair?.filter(({ id }) => id?.startsWith('country:')) ?? [];
  const [group, ...groups] = pair?.filter(({ id }) => id?.startsWith('group:')) ?? [];
  if (!state?.id || !group?.id || states.length + groups.length > 0) return actor;
  return { ...actor, id: isState ? state.id : group.id };
}
