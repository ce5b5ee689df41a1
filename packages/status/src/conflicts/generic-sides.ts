import type { ConflictDefinition } from './known.ts';
import { wordsOf } from './names.ts';
import { remembered } from './remembered.ts';

const governments = new Set(
  [
    'government|governments|army|military|armed forces|security forces|government forces|government troops|government army',
    'government soldiers|national army|army troops|army soldiers|regular army|state forces|state army|air force|navy|junta|regime',
    'regime forces|authorities|federal government|federal forces|federal army|government and army',
  ].flatMap((line) => line.split('|')),
);
const insurgents = new Set(
  [
    'rebel|rebels|rebel forces|rebel fighters|rebel group|rebel groups|rebel movement|rebel movements|rebel coalition',
    'rebel alliance|rebel faction|rebel factions|rebel leaders|rebel army|insurgents|insurgent groups|guerrillas|militants',
    'militant groups|fighters|separatists|separatist forces|separatist rebels|opposition forces|communist rebels',
    'armed opposition|armed group|armed groups|armed movements|insurgency',
  ].flatMap((line) => line.split('|')),
);
/** "the two rebel groups", "14 armed groups", "the country's main rebel movement". */
const counting =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|several|dozens|of|both|other|main|largest|biggest|last|all|some|various|\d+)$/u;

/**
 * The side of a war inside one state that a name without a proper name in it stands for: "the army" is the state's, "the
 * rebels" are the other's where there is one other. A position in the definition's sides, or -1.
 */
export function genericSide(name: string, definition: ConflictDefinition): number {
  const kind = genericKind(name);
  if (kind === null) return -1;
  const state = onlyState(definition);
  if (kind === 'government' || state < 0) return state;
  return definition.sides.length === 2 ? 1 - state : -1;
}

/** The side of the one state that fights in a war inside it, or -1. */
function onlyState({ sides }: ConflictDefinition): number {
  const states = sides.flatMap(({ actors }, side) =>
    actors.some((id) => id.startsWith('country:')) ? [side] : [],
  );
  const [state, another] = states;
  return state === undefined || another !== undefined ? -1 : state;
}

/** Whether a name says no more than that somebody is of a government or of those against it. */
export const genericKind = remembered((name): 'government' | 'insurgents' | null => {
  const all = wordsOf(name).filter((word) => word !== 's');
  const first = all.findIndex((word) => !counting.test(word));
  const words = all.slice(Math.max(0, first)).join(' ');
  return governments.has(words) ? 'government' : insurgents.has(words) ? 'insurgents' : null;
});
