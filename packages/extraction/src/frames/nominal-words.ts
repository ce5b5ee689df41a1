import type { Line } from '../document.ts';
import { singular } from './attack-words.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Nouns that tell an attack by themselves, in the singular. */
const attacks = set(
  `attack shelling bombardment airstrike strike raid bombing offensive counteroffensive counter-offensive assault ambush massacre aggression
  provocation incursion invasion blast explosion barrage salvo firing gunfire onslaught stabbing beheading
  assassination pogrom counterattack counter-attack firebombing carnage bloodbath atrocity sabotage`,
);
/** Nouns of which an attack is told only with what they say of a weapon or of who is hit: "mortar fire", "the killing of". */
const bySomething = set(
  'rape gang-rape molestation fire shooting killing murder execution slaying lynching shot detonation operation sniping',
);
const firearms = set(
  'mortar artillery rocket missile tank gun sniper machine-gun cross automatic heavy small-arms enemy hostile rifle shell drone',
);
/** These say little by themselves: kept only with who, whom, when, where or how. */
const weak = set(
  'strike attack raid offensive explosion blast provocation aggression assault incursion firing sabotage atrocity carnage',
);
/** Attacks and strikes of other kinds, by the word before. */
const otherKinds = set(
  `hunger labor labour general heart cyber cyberattack verbal panic rhetorical asthma anxiety personal smear ad charm diplomatic media
  lightning transport rail union teacher nurse teachers nurses doctors' nationwide wildcat lucky rate minority
  counter-terror tax legal advertising publicity sales bank pitch trade peace goal surprise-party creative speculative media
  police vice drug-raid propaganda psychological harsh stinging scathing virulent bitter indefinite token warning solidarity protest dawn-raid shark dog bear`,
);

const accidental = set('gas boiler population chemical propane fireworks furnace cylinder tank');

const fights = set(
  'clash fighting hostility battle skirmish war firefight gunbattle gunfight flare-up combat confrontation escalation fight shootout conflict crossfire standoff',
);
/** Fighting in general: an event only with who, or where it is said to begin, go on or kill. */
const general = set('war conflict battle escalation flare-up combat confrontation hostility fight standoff');
const otherFights = set(
  `cold society world culture trade legal diplomatic information court price post pre anti star currency turf bidding word words class
  propaganda psychological tariff drug title relegation election electoral political boardroom ratings football soccer cup league budget
  personality prize snowball food pillow boxing conflict-of`,
);

export type NounKind = 'attack' | 'fire' | 'clash';

/** Which kind of violence a noun tells, if any; plural or not. */
export function violenceOf(token: Word, line: Line): { kind: NounKind; weak: boolean } | null {
  const { lower } = token;
  const word = attacks.has(lower) || fights.has(lower) || bySomething.has(lower) ? lower : singular(lower);
  const kind: NounKind | null = attacks.has(word)
    ? 'attack'
    : fights.has(word)
      ? 'clash'
      : bySomething.has(word)
        ? 'fire'
        : null;
  if (!kind || !isNounHere(token)) return null;
  const before = wordBefore(token, line);
  if (kind === 'clash' ? otherFights.has(before) : otherKinds.has(before)) return null;
  if ((word === 'explosion' || word === 'blast') && accidental.has(before)) return null;
  if (
    kind === 'clash' &&
    (isCompoundHeadless(token, line) || /^crim/u.test(line.tokens[token.index + 1]?.lower ?? ''))
  )
    return null;
  return { kind, weak: kind === 'clash' ? general.has(word) : weak.has(word) };
}

/** In capitals "fighting" may be tagged as a verb even where it is what the sentence is about. */
function isNounHere({ upos, lower, relation }: Word): boolean {
  return (
    upos === 'NOUN' ||
    upos === 'PROPN' ||
    (lower === 'fighting' && /^(?:nsubj|csubj|obl|nmod)/u.test(relation))
  );
}

export function isFirearm(token: Word | undefined): boolean {
  return token !== undefined && (firearms.has(token.lower) || firearms.has(token.lemma));
}

function wordBefore(token: Word, line: Line): string {
  const before = line.tokens[token.index - 1];
  return before?.text === '-' ? (line.tokens[token.index - 2]?.lower ?? '') : (before?.lower ?? '');
}

/** "war crimes", "battle plan", "conflict zone": the word only qualifies another. */
function isCompoundHeadless(token: Word, line: Line): boolean {
  const head = line.tokens[token.head];
  if (token.relation !== 'compound' || !head || head.index < token.index) return false;
  // "killed in fighting today" read as one noun.
  return !line.times.some(({ start, end }) => start <= head.start && head.end <= end);
}
