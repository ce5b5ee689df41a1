import type { Token } from '@trucewatch/language';
import type { Count } from '@trucewatch/schema';
import { fated } from './fate-words.ts';

const plurals = new Map<string, Count['group']>();
const singulars = new Map<string, Count['group']>();
for (const [group, many, one] of [
  [
    'civilians',
    'civilians residents inhabitants villagers locals noncombatants non-combatants bystanders townspeople peasants campesinos students teachers farmers passengers worshippers pilgrims doctors medics nurses rescuers miners patients paramedics pensioners traders fishermen shepherds priests nuns vendors sellers shoppers motorists commuters churchgoers bathers diners passers-by onlookers mourners',
    'civilian resident villager noncombatant bystander peasant student teacher farmer passenger patient doctor medic rescuer miner singer mayor businessman businesswoman pensioner trader shepherd fisherman councillor nurse paramedic priest imam actor athlete lawyer engineer nun vendor seller shopper motorist passer-by onlooker',
  ],
  [
    'children',
    'children kids minors babies boys girls infants teenagers toddlers schoolboys schoolgirls schoolchildren teens',
    'child boy girl baby infant toddler teenager minor schoolboy schoolgirl teen',
  ],
  ['women', 'women', 'woman'],
  [
    'military',
    'soldiers troops military servicemen servicewomen fighters militants combatants rebels officers personnel servicemembers conscripts gunmen insurgents peacekeepers militiamen reservists guerrillas terrorists separatists marines airmen sailors paratroopers pilots jihadists recruits commandos generals commanders colonels militias martyrs guards volunteers mercenaries infantrymen tankers legionnaires extremists subversives cadres rangers',
    'soldier serviceman servicewoman fighter militant combatant rebel officer conscript gunman peacekeeper militiaman commander general colonel insurgent reservist guerrilla terrorist separatist marine airman sailor paratrooper pilot jihadist commando servicemember lieutenant sergeant corporal guard volunteer mercenary extremist subversive',
  ],
  ['police', 'policemen policewomen police constables gendarmes', 'policeman policewoman constable gendarme'],
  [
    'journalists',
    'journalists reporters cameramen photographers correspondents',
    'journalist reporter cameraman photographer correspondent',
  ],
  [
    'unknown',
    'people persons others lives men dead deaths fatalities casualties bodies corpses remains prisoners hostages captives detainees refugees families victims migrants citizens workers protesters protestors demonstrators killed wounded injured missing displaced ethnic members nationals drivers activists souls individuals staff employees aides politicians colleagues rioters settlers supporters relatives brothers sisters suspects lawmakers crew officials mayors diplomats engineers contractors leaders attackers assailants chiefs elders',
    'person man body corpse prisoner hostage captive detainee worker protester protestor demonstrator driver victim citizen activist refugee migrant member national employee settler suspect official politician lawmaker governor ambassador diplomat blogger judge contractor lawmaker prosecutor leader attacker assailant chief elder',
  ],
] as const) {
  for (const word of many.split(' ')) plurals.set(word, group);
  for (const word of one.split(' ')) singulars.set(word, group);
}

/** Whether a word alone names people, one or many. */
export function namesPeople(word: string): boolean {
  return plurals.has(word) || singulars.has(word);
}

/** The group of a word for one person; undefined for any other word. */
export function oneOf(word: string): Count['group'] | undefined {
  return singulars.get(word);
}

/** The group that a word names, of one or many; undefined where it names no people. */
export function groupNamed(word: string): Count['group'] | undefined {
  return plurals.get(word) ?? singulars.get(word) ?? (word === 'civilian' ? 'civilians' : undefined);
}

/** Whether a word names what is no people: a length, a vehicle, a building. */
export function isThing(word: string): boolean {
  return things.has(word);
}

const things = new Set(
  'percent % per km kilometers kilometres kilometer kilometre miles mile meters metres m mm cm kg years year months month weeks week days day hours hour minutes minute seconds houses homes apartments tanks vehicles drones missiles rockets shells villages settlements towns cities districts regions countries states times time dollars euros pounds roubles rubles tons tonnes points point parts rounds aircraft helicopters planes jets schools hospitals buildings checkpoints posts positions sides attacks strikes violations incidents centuries decades decade century nations parties flights trucks ships boats hectares acres square bn million billion trillion caliber calibre round mosques churches shops cars buses bridges locations areas occasions phases stages fronts front bombs mines shots cows sheep horses goats cattle animals camels dogs pigs chickens families-units degrees magnitude votes seats cases instances ways provinces bases camps units brigades battalions divisions regiments companies targets facilities explosions blasts airstrikes raids clashes battles wars sorties guns weapons rifles grenades mortars pieces stories floors rooms storeys households tents ceasefires truces agreements'.split(
    ' ',
  ),
);

/** What ends a noun phrase. */
const ends = new Set(
  ', . ; : ( ) -- – — ! ? " \' were was have had has is are been be and or but in on to by from at with after when as near during who which that since while because for than over against amid following between under before including among said says reported were'.split(
    ' ',
  ),
);

export interface GroupFound {
  group: Count['group'];
  /** Whether the phrase names people; "13" alone does not. */
  found: boolean;
  singular: boolean;
  /** Whether it names something that is no people: "12 houses". */
  thing: boolean;
  /** Index of the phrase's last word. */
  at: number;
}

/** Longer noun phrases are lists. */
const longest = 9;

/**
 * Who or what a number counts: the noun phrase from `from` on, over adjectives and names, up to its head; "of" is
 * passed over only right after the number or after "more" ("dozens of people", "16 more of their servicemen").
 */
export function groupOf(
  tokens: readonly Token[],
  words: readonly string[],
  from: number,
  to: number,
): GroupFound {
  const end = Math.min(to, from + longest);
  let best: GroupFound | null = null;
  let thing = false;
  let at = from - 1;
  for (let i = from; i < end; i++) {
    const word = words[i] ?? '';
    if (fated.has(word) && word !== 'bodies' && word !== 'corpses') break;
    if (word === 'of') {
      if (i === from || words[i - 1] === 'more' || words[i - 1] === 'members' || words[i - 1] === 'dozens')
        continue;
      break;
    }
    // "kill 100 soldiers - press service": a dash with spaces.
    if (word === '-' && tokens[i - 1]?.end !== tokens[i]?.start) break;
    if (ends.has(word) || (best && !nounLike(tokens[i]))) break;
    const group = plurals.get(word) ?? singulars.get(word);
    if (group !== undefined && word !== 'ethnic') {
      best = {
        group: refined(words, i, group, best),
        found: true,
        singular: !plurals.has(word),
        thing: false,
        at: i,
      };
      thing = false;
      at = i;
      continue;
    }
    if (best && !isOwner(words, i)) {
      // "two crew members" is people to its end; "two police stations", "12 civilian cars" are not.
      if (things.has(word) || (tokens[i]?.upos === 'NOUN' && word.endsWith('s') && words[i] !== "'s"))
        return none(i, true);
      if (tokens[i]?.upos === 'VERB') break;
    }
    thing = things.has(word) || thing;
    if (tokens[i]?.upos === 'NOUN' || tokens[i]?.upos === 'PROPN') at = i;
    if (!best && tokens[i]?.upos === 'VERB' && i > from) break;
    if (thing && !best) return none(i, true);
  }
  return best ?? (isNation(tokens[at], at >= from) ? { ...none(at, false), found: true } : none(at, false));
}

/** "31 Azerbaijanis", "seven Syrians": a name in the plural. */
function isNation(token: Token | undefined, inside: boolean): boolean {
  if (!inside || !token) return false;
  const { text } = token;
  return /^\p{Lu}\p{Ll}+s$/u.test(text) && (token.upos === 'PROPN' || token.upos === 'NOUN');
}

function none(at: number, thing: boolean): GroupFound {
  return { group: 'unknown', found: false, singular: false, thing, at };
}

/** "one policeman's son": the owner is not whom the number counts. */
function isOwner(words: readonly string[], i: number): boolean {
  return words[i] === "'s" || words[i] === "'";
}

function nounLike(token: Token | undefined): boolean {
  return token?.upos === 'NOUN' || token?.upos === 'PROPN' || token?.lower === "'s" || token?.lower === '-';
}

/** "police officers" are police; "civilian workers" are civilians, "security guards" stay what they are. */
function refined(
  words: readonly string[],
  at: number,
  group: Count['group'],
  before: GroupFound | null,
): Count['group'] {
  const previous = words[at - 1];
  if (previous === 'police') return 'police';
  if (previous === 'civilian' && group === 'unknown') return 'civilians';
  if (group === 'unknown' && before && before.group !== 'unknown') return before.group;
  return group === 'unknown' && /^(?:military|army|border)$/u.test(previous ?? '') ? 'military' : group;
}
