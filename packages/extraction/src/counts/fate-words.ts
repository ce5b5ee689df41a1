import type { Count } from '@trucewatch/schema';

export type Fate = Count['of'];

const fill = (lists: readonly (readonly [Fate, string])[]): ReadonlyMap<string, Fate> =>
  new Map(lists.flatMap(([fate, words]) => words.split(' ').map((word) => [word, fate] as const)));

/** What stands beside the people as what became of them: "13 killed", "13 people were dead". */
export const fated = fill([
  [
    'killed',
    'killed dead deceased fatal slain perished succumbed martyred executed murdered massacred beheaded assassinated lynched slaughtered eliminated neutralised neutralized liquidated die dies died dying kia deaths fatalities drowned',
  ],
  ['wounded', 'wounded injured hurt maimed hospitalised hospitalized wia injuries wounds'],
  ['missing', 'missing disappeared vanished'],
  ['captured', 'captured abducted kidnapped detained arrested imprisoned jailed seized'],
  ['displaced', 'displaced fled flee flees fleeing evacuated uprooted homeless'],
  ['bodies', 'bodies corpses'],
]);

/** What is done to the people that follow: "killing 13", "the deaths of 13", "detained 40 protesters". */
export const acting = fill([
  [
    'killed',
    'kill kills killed killing slay slays slew slain murder murders murdered murdering massacre massacred execute executed executing executes behead beheaded martyred claim claims claimed claiming cost costs costing death deaths slaughtered perished eliminate eliminates eliminated eliminating neutralise neutralised neutralising neutralize neutralized neutralizing liquidate liquidated liquidating',
  ],
  [
    'wounded',
    'wound wounds wounded wounding injure injures injured injuring hurt hurts hurting maim maimed maiming hospitalised',
  ],
  [
    'captured',
    'capture captures captured capturing abduct abducts abducted abducting kidnap kidnaps kidnapped kidnapping detain detains detained detaining arrest arrests arrested arresting jail jailed imprisoned seized abduction',
  ],
  [
    'displaced',
    'displace displaces displaced displacing uproot uproots uprooted uprooting evacuate evacuates evacuated evacuating displacement flight exodus evacuation',
  ],
  ['bodies', 'bodies body corpses remains'],
  ['missing', 'missing'],
]);

/** Of `acting`, nouns that take the people with "of": "the deaths of 13", "the killing of 13". */
export const withOf = new Set(
  'death deaths displacement exodus flight evacuation bodies body corpses remains abduction murder massacre killing execution capture loss arrest detention'.split(
    ' ',
  ),
);
/** Of those, what is never a verb with the people right after it. */
export const nounOnly = new Set(
  'death deaths displacement exodus flight evacuation bodies body corpses remains abduction loss detention missing'.split(
    ' ',
  ),
);

/** Any word that gives a sentence's numbers a fate; without one the sentence has no count. */
export const fateTriggers: ReadonlySet<string> = new Set([
  ...fated.keys(),
  ...acting.keys(),
  ...'lives lost lose losing loses losses toll life fatal deceased carried rounded gunned mowed hostage hostages prisoner prisoners captivity remains refugees alive battle combat injuries burns homes home shelter refuge left'.split(
    ' ',
  ),
]);

/** Whether the word can be the past participle or past tense of a verb that has the people as its subject or its object. */
export const transitive = new Set(
  'killed wounded injured captured abducted kidnapped detained arrested executed murdered massacred displaced evacuated hurt martyred seized beheaded uprooted slain jailed imprisoned maimed eliminated neutralised neutralized liquidated'.split(
    ' ',
  ),
);

/** Forms of "be" before a participle. */
export const passives = new Set('was were been be are is being get got'.split(' '));
