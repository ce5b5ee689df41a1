import type { Line } from '../document.ts';
import type { Story } from '../story.ts';
import type { ActorRef } from './actor-ref.ts';
import { actorRow } from './directory.ts';
import { pairNear } from './pair-near.ts';

const ofState =
  /^(?:the )?(?:government|army|military|armed forces|security forces|(?:government|army|military|state|federal) (?:forces|troops|soldiers|units|artillery|aircraft|warplanes|jets|drones|officials?|spokes\w+|command))$/u;
const ofGroup =
  /^(?:the )?(?:rebels|insurgents|guerrillas|guerrilla (?:group|movement)|(?:rebel|insurgent|guerrilla) (?:forces|fighters|units|commanders?|leaders?|leadership|officials?|spokes\w+|group|movement|artillery))$/u;

/**
 * Where a state and an armed group are at war, "the army" and "government forces" are the state's, "the rebels" the
 * group's; where an article knows of one country only, they are that country's. The name stays as the text has it,
 * the identity is the side's.
 * @param words the phrase in lower case
 */
export function sideByRole(actor: ActorRef, words: string, line: Line, story: Story): ActorRef {
  const isState = ofState.test(words);
  if (actor.id !== undefined || (!isState && !ofGroup.test(words))) return actor;
  const pair = pairNear(line, story);
  const home = isState && !pair?.some(({ id }) => id?.startsWith('country:')) ? homeOf(story) : null;
  if (home) return { ...actor, id: `country:${home}` };
  const [state, ...states] = pair?.filter(({ id }) => id?.startsWith('country:')) ?? [];
  const [group, ...groups] = pair?.filter(({ id }) => id?.startsWith('group:')) ?? [];
  if (!state?.id || !group?.id || states.length + groups.length > 0) return actor;
  return { ...actor, id: isState ? state.id : group.id };
}

const homes = new WeakMap<Story, string | null>();
/** Of the places of an article so many lie in its country, and they are so many at least. */
const share = 0.8;
const fewest = 2;

/**
 * The country in which an article plays: that of the armed groups it names, else the one in which nearly all its places
 * lie; null where other states are named more than in passing.
 */
function homeOf(story: Story): string | null {
  const known = homes.get(story);
  if (known !== undefined) return known;
  const { lines } = story.document;
  const ofGroups = new Set(
    lines.flatMap(({ actors }) =>
      actors.flatMap(({ id }) => (id.startsWith('group:') ? (actorRow(id)?.country ?? []) : [])),
    ),
  );
  const [group] = ofGroups;
  const code = ofGroups.size > 1 ? null : (group ?? story.mainPlace?.countryCode ?? null);
  const places = lines.flatMap((line) =>
    line.places.flatMap(({ place }) => (place.level === 'region' ? [] : place)),
  );
  const inside = places.filter(({ countryCode }) => countryCode === code);
  const isThere =
    group !== undefined ||
    (new Set(inside.map(({ id }) => id)).size >= fewest && inside.length >= share * places.length);
  const states = lines.flatMap((line) =>
    line.actors.flatMap(({ id, qualifies }) => (qualifies || !id.startsWith('country:') ? [] : id)),
  );
  const own = states.filter((id) => id === `country:${code}`).length;
  const isForeign = states.length - own > (1 - share) * (states.length + inside.length);
  const home = isThere && !isForeign ? code : null;
  homes.set(story, home);
  return home;
}
