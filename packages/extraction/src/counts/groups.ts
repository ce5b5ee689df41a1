import type { Token } from '@trucewatch/language';
import type { Count } from '@trucewatch/schema';

const plurals: Readonly<Record<string, Count['group']>> = {};
const singulars: Readonly<Record<string, Count['group']>> = {};
const table = plurals as Record<string, Count['group']>;
const ones = singulars as Record<string, Count['group']>;
for (const [group, many, one] of [
  [
    'civilians',
    'civilians residents villagers locals noncombatants bystanders',
    'civilian resident villager',
  ],
  [
    'children',
    'children kids minors babies boys girls infants teenagers',
    'child boy girl baby infant toddler teenager minor',
  ],
  ['women', 'women', 'woman'],
  [
    'military',
    'soldiers troops servicemen fighters militants combatants rebels officers personnel servicemembers conscripts gunmen insurgents peacekeepers militiamen reservists guerrillas terrorists',
    'soldier serviceman fighter militant rebel officer conscript gunman peacekeeper militiaman commander general',
  ],
  ['police', 'policemen police', 'policeman'],
  ['journalists', 'journalists reporters', 'journalist reporter'],
  [
    'unknown',
    'people persons others lives men dead deaths fatalities casualties bodies remains prisoners hostages captives detainees refugees families victims migrants citizens inhabitants workers protesters killed wounded injured missing displaced ethnic migrants',
    'person man body prisoner hostage worker protester driver',
  ],
] as const) {
  for (const word of many.split(' ')) table[word] = group;
  for (const word of one.split(' ')) ones[word] = group;
}

export interface GroupFound {
  group: Count['group'];
  found: boolean;
  singular: boolean;
  /** Index of the word that names the group. */
  at: number;
}

/** Who the people are: the first word for people from `from` on, over adjectives, before `to`. */
export function groupOf(words: readonly string[], from: number, to: number): GroupFound {
  for (let i = from; i < Math.min(to, from + 6); i++) {
    const word = words[i] ?? '';
    if (
      /^[,.;:()]|^(?:and|or|in|on|of|to|by|from|at|were|was|have|had|has)$/u.test(word) &&
      !(word === 'of' && (i === from || words[i - 1] === 'more'))
    )
      break;
    const many = plurals[word];
    if (many && !/^(?:killed|wounded|injured|missing|displaced|dead)$/u.test(word))
      return refine(words, i, { group: many, found: true, singular: false, at: i });
    const one = singulars[word];
    if (one) return { group: one, found: true, singular: true, at: i };
  }
  return { group: 'unknown', found: false, singular: false, at: from };
}

/** "police officers" are police; "military personnel" are military. */
function refine(words: readonly string[], at: number, found: GroupFound): GroupFound {
  const before = words[at - 1];
  if (before === 'police') return { ...found, group: 'police' };
  if (before === 'civilian' && found.group === 'unknown') return { ...found, group: 'civilians' };
  return found;
}

const things = new Set(
  'percent % per km kilometers kilometres miles meters metres m years year months month weeks week days day hours hour minutes minute houses homes apartments tanks vehicles drones missiles rockets shells villages settlements towns cities districts regions countries states times dollars euros tons tonnes members points parts rounds aircraft helicopters planes jets schools hospitals buildings checkpoints posts positions sides attacks strikes violations centuries decades decade century foreign ministers presidents leaders nations parties groups flights trucks ships boats hectares square neighbors neighbouring neighboring key rival warring former main major other breakaway successive previous'.split(
    ' ',
  ),
);

/** Whether the number counts things, lengths or times, not people. */
export function notPeople(words: readonly string[], after: number, tokens: readonly Token[]): boolean {
  const next = words[after] ?? '';
  if (next === '-' && tokens[after]?.start === tokens[after - 1]?.end) return true;
  return things.has(next) || (things.has(words[after + 1] ?? '') && !plurals[next]);
}
