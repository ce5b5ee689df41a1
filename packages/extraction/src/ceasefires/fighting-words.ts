import type { Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns for fighting that is stopped, by lemma. */
const fighting = words(
  'fighting hostility war violence bloodshed conflict shelling combat offensive bombardment assault firing shooting bombing gunfire attack airstrike air-strike aggression',
);
/** Of these only armed ones: "operations", "the strike" and "the campaign" may be anybody's. */
const vague = words(
  'operation action activity activities campaign strike raid arm weapon gun movement advance mission incursion',
);
const armed = words(
  'military armed combat offensive hostile air ground drone missile rocket artillery aerial cross-border guerrilla ground-offensive counterinsurgent counterinsurgency counter-insurgency anti-guerrilla anti-rebel counter-terrorism',
);

const owned = words('all their its his');

/** Whether a phrase names fighting: "all attacks", "its military operations", "hostilities". */
export function namesFighting(phrase: Phrase, line: Line): boolean {
  for (let i = phrase.first; i <= phrase.last; i++) {
    const token = line.tokens[i];
    if (!token) continue;
    if (fighting.has(token.lemma) || fighting.has(token.lower)) return true;
    if (token.lower === 'hostilities' || token.lower === 'arms') return true;
    if (vague.has(token.lemma) && isArmed(line, phrase.first, i)) return true;
    if (token.lower === 'strikes' && /^(?:on|against|in|inside)$/u.test(line.tokens[i + 1]?.lower ?? ''))
      return true;
  }
  return false;
}

/** "its operations" are armed where the sentence has fighters; "all operations" of an airline are not. */
function isArmed(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = line.tokens[i]?.lower ?? '';
    if (armed.has(word)) return true;
    if (owned.has(word) && hasFighters(line)) return true;
  }
  return false;
}

const armedPeople = /^(?:insurgents?|militants?|separatists?|jihadists?)$/u;

function hasFighters(line: Line): boolean {
  return (
    line.actors.some(({ id }) => id.startsWith('group:')) ||
    line.tokens.some(({ lower }) => ownForces.has(lower) || armedPeople.test(lower))
  );
}

/** "their forces", "his troops", "fighters", "the army": whom a side orders as its own. */
export const ownForces = words(
  'force forces troop troops fighter fighters man men army unit units soldier soldiers commander commanders militia militias guerrilla guerrillas guard guards combatant combatants wing units rebel rebels all-forces follower followers supporter supporters navy',
);
