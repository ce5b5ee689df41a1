import type { Line } from '../document.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Verbs that tell an attack by themselves, whatever they have for an object. */
export const plainAttackVerbs = set(
  `attack shell bomb bombard raid ambush assault invade kill wound injure maim murder assassinate massacre execute slaughter behead
  lynch strafe shoot mortar dynamite firebomb machinegun gas torture rape gang-rape molest stab hack shell-shock gun machine-gun carpet-bomb`,
);

/** Verbs that are attacks only with a target that can be attacked: a place, a building, forces, people. */
export const targetedVerbs = set(
  `hit strike target destroy damage storm pound torch burn flatten raze level blast rocket demolish ransack loot pillage shatter sink
  ram besiege rock shake obliterate eliminate neutralise neutralize liquidate wipe mow pummel pepper batter harass sabotage blow rip`,
);

/** Verbs that are attacks only with a weapon, or an attack, as what is sent, dropped or set off. */
export const weaponVerbs = set(
  `pour pump launch fire drop throw hurl lob plant detonate explode land fall rain crash smash slam send unleash mount stage open shower toss go set
  use direct aim trade return`,
);

/** Verbs that need words of their own: "opened fire", "shot down", "advanced on". */
export const phrasalVerbs = set(
  'beat abuse bring down advance surge charge thrust swarm barge forge retaliate answer respond reply cross drive burst push step tread run',
);

const weaponNouns = set(
  `missile rocket shell mortar artillery drone uav bomb grenade round bullet projectile munition chlorine sarin gas airstrike strike salvo barrage volley
  torpedo mine landmine explosive katyusha grad scud dynamite gunfire shot charge device shrapnel warhead firebomb cocktail`,
);
const attackObjects = set(
  'attack offensive strike airstrike assault raid counteroffensive counter-offensive war bombardment incursion invasion operation ambush shelling salvo barrage',
);

/** What can be attacked: buildings, works, vehicles, positions and stretches of land. */
const targetNouns = set(
  `city town village settlement building house home apartment block flat hospital clinic school university college kindergarten nursery
  market shop supermarket church mosque temple cathedral synagogue monastery shrine bridge road highway railway station airport airfield airbase
  runway base camp post checkpoint outpost position line front trench bunker convoy vehicle car bus minibus truck lorry pickup ambulance tank
  apc ship vessel tanker boat ferry warship frigate cruiser submarine plane aircraft airliner helicopter jet train warehouse depot dump plant
  refinery facility infrastructure grid installation headquarters office embassy consulate compound barracks garrison target area
  district quarter neighborhood neighbourhood suburb outskirt region territory border port harbour harbor dam pipeline substation tower
  residence hotel restaurant cafe bar cemetery farm field factory site radar battery system launcher equipment ammunition stronghold
  hideout property structure land location community hamlet prison jail palace parliament ministry pylon shelter tent point quay dock
  oilfield mine bank pylon tower line subway metro museum library theatre playground hill height island installation column patrol hut shack high-rise skyscraper granary barn kiosk stall madrasa seminary orphanage bakery`,
);

/** Agents and causes that are no side of a conflict: weather, beasts, illness, sport, markets, opinion. */
const harmlessAgents = set(
  `river flood flooding storm hurricane tornado typhoon cyclone earthquake quake tremor tsunami avalanche landslide mudslide heatwave drought
  lightning wildfire blaze wave locust insect swarm beetle bee wasp mosquito shark bear wolf dog dogs crocodile snake elephant lion tiger leopard
  parasite virus bacteria bacterium disease cancer tumour tumor infection epidemic pandemic covid fever cholera malaria
  critic critics reviewer columnist editorial newspaper striker midfielder goalkeeper defender player rovers
  investor investors share shares stock stocks price prices inflation recession tax airline airlines accident crash meteorite asteroid
  drug drugs scourge cocaine heroin narcotics hunger poverty famine addiction alcohol scandal crisis
  parents parent complaint complaints comet train avalanches floods storms earthquakes locusts rain snow wind winds heat cold`,
);
/** Objects that nobody shoots at: words, plans, prices. */
const harmlessPatients = set(
  `price prices tax idea plan policy decision law bill record statement remark remarks comment budget report interest rate economy proposal
  reputation note chord balance deal blow tone bottom headline headlines milestone jackpot snag wall goal goals crossbar low high
  title market-share spending cost costs cut cuts appointment ruling verdict book film song article editorial speech motion
  flag flags effigy effigies model minefield minefields programme program scheme constitution treaty agreement accord compromise bargain`,
);

export function isHarmlessAgent(token: Word | undefined): boolean {
  return token !== undefined && (harmlessAgents.has(token.lower) || harmlessAgents.has(token.lemma));
}

const crowds = set('protester demonstrator crowd mob rioter marcher striker farmer fan supporter');

/** Who riots or protests: that is told as a protest. */
export function isCrowd(token: Word | undefined): boolean {
  return token !== undefined && (crowds.has(token.lemma) || crowds.has(singular(token.lower)));
}

const animals = set(
  'dog dogs cat cats wolf wolves bear bears tiger tigers lion lions leopard elephant elephants deer boar pig pigs bird birds fox foxes rhino shark whale seal kangaroo moose crow crows rat rats',
);

/** "shot a rabid dog". */
export function isAnimal(token: Word | undefined): boolean {
  return token !== undefined && animals.has(token.lower);
}

export function isHarmlessPatient(token: Word | undefined): boolean {
  return token !== undefined && (harmlessPatients.has(token.lower) || harmlessPatients.has(token.lemma));
}

export function isWeapon(token: Word | undefined): boolean {
  return token !== undefined && (weaponNouns.has(token.lemma) || weaponNouns.has(singular(token.lower)));
}

export function isAttackObject(token: Word | undefined): boolean {
  return token !== undefined && (attackObjects.has(token.lemma) || attackObjects.has(singular(token.lower)));
}

export function isTarget(token: Word | undefined): boolean {
  return (
    token !== undefined &&
    (targetNouns.has(token.lemma) || targetNouns.has(token.lower) || targetNouns.has(singular(token.lower)))
  );
}

/** A plural by rule in the singular; in capitals the tagger's lemma is not to be relied on. */
export function singular(word: string): string {
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|x|ss)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('ss') ? word : word.slice(0, -1);
}

const naturalWords = set(
  `earthquake earthquakes quake quakes flood floods flooding storm storms hurricane tornado typhoon cyclone accident accidents crash crashes
  collision disease virus covid covid-19 pandemic epidemic cholera malaria measles ebola landslide landslides mudslide avalanche avalanches tsunami
  drowned drowning capsized derailed derailment heatwave stampede lightning wildfire wildfires tumour cancer skiers climbers
  mountaineers poisoning hypothermia overdose volcano eruption torrential rains rainfall snow snowfall monsoon fireworks boiler propane
  firefighters spill leak furnace plunged overturned collided skidded cooking toxins adulterated contaminated`,
);
/** Words of war that take a death out of nature's hands even where one of those words stands beside them. */
const warWords = set(
  'missile missiles rocket rockets shelling airstrike airstrikes shelled bombed bomb bombs bomber bombing grenade landmine gunmen gunman gunfire rebels rebel troops soldiers army artillery drone drones attack attacks militants fighting clashes insurgents',
);

const vehicles =
  /^(?:truck|lorry|bus|minibus|car|van|train|tram|coach|plane|jet|helicopter|boat|ferry|taxi)$/u;

/** Whether the deaths of a sentence are those of nature, illness or accident, which no one inflicts. */
export function isNatural(line: Line): boolean {
  let natural = false;
  for (const [i, { lower }] of line.tokens.entries()) {
    if (warWords.has(lower)) return false;
    natural ||=
      naturalWords.has(lower) ||
      (lower === 'gas' &&
        /^(?:explosion|blast|leak|cylinder|canister|bottle|main|pipe)$/u.test(
          line.tokens[i + 1]?.lower ?? '',
        )) ||
      // "a truck crashed into a bus"; rockets crash too.
      (lower === 'crashed' &&
        line.tokens.slice(Math.max(0, i - 3), i).some(({ lower: before }) => vehicles.test(before)));
  }
  return natural;
}
