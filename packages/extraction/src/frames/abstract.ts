import { singular } from './attack-words.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Ills and causes that people "fight" or "declare war on" where nobody shoots. */
const ills = set(
  `cancer corruption poverty inflation crime disease virus pandemic drug narcotic cocaine trafficking discrimination racism climate
  change hunger tax recession job illness addiction extradition unemployment misery backwardness illiteracy terrorism
  subversion extremism smuggling contraband impunity impoverishment underdevelopment debt deficit`,
);
/** Goods of a society and of persons: who attacks them speaks, votes or cheats. */
const goods = set(
  `life survival right title place law democracy honor honour order tranquility tranquillity freedom liberty process peace system trust confidence
  credibility integrity dignity sovereignty independence unity stability economy image morale spirit hope faith culture identity tradition value
  interest justice constitution principle problem welfare society nature humanity nation fatherland homeland revolution cause ideal victory future
  privilege monopoly activity`,
);

/** Whether a word names nothing that can be shot at: "democracy", "unemployment", "drug trafficking". */
export function isAbstract(token: Word | undefined): boolean {
  return token !== undefined && (has(ills, token) || has(goods, token));
}

/** "corruption kills more people than hunger": nobody does it. */
export function isSocialIll(token: Word | undefined): boolean {
  return token !== undefined && has(ills, token);
}

const blazes = set('fire blaze flame wildfire');

/** What one fights without an enemy: "the fight against poverty", "fighting the fire". */
export function isIll(token: Word | undefined): boolean {
  return token !== undefined && (has(ills, token) || has(blazes, token));
}

function has(words: ReadonlySet<string>, { lower }: Word): boolean {
  return words.has(lower) || words.has(singular(lower));
}

const wordy = set(
  'harsh harshly verbal verbally bitter bitterly stinging scathing virulent sharply publicly openly psychological rhetorical personally unfairly',
);

/** "harshly attacked the president", "verbal attacks": with words. */
export function isWordy({ lower }: Word): boolean {
  return wordy.has(lower);
}
