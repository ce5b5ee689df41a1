import type { Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { singular } from './attack-words.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const forces = set(
  `troop force soldier army military navy fighter rebel militia militiaman militant guerrilla insurgent mercenary paramilitary commando marine
  paratrooper serviceman brigade battalion regiment division unit contingent garrison column convoy tank armor armour vehicle artillery gun howitzer
  battery warship frigate destroyer carrier fleet submarine gunboat aircraft warplane jet bomber helicopter drone missile launcher weapon weaponry reservist
  reserve conscript recruit reinforcement detachment squad company patrol personnel combatant formation legion corps cavalry
  separatist jihadist invader occupier guerilla serviceperson servicewoman squadron police officer trooper terrorist extremist islamist jihadi raider mutineer`,
);
const peacekeeping = set(
  'peacekeeper peacekeeping observer monitor mission contingent cap helmet blue-helmet inspector verifier',
);
const people = set(
  `people person resident civilian family refugee villager population inhabitant local woman child man household community thousand hundred million
  dozen half third quarter most many national citizen pupil patient evacuee idp returnee settler herder farmer townspeople neighbour neighbor
  displaced migrant other majority minority student worker islander score elderly foreigner tourist`,
);

export function isForces(token: Word | undefined): boolean {
  return token !== undefined && (has(forces, token) || has(peacekeeping, token));
}

export function isPeacekeeping(token: Word | undefined): boolean {
  return token !== undefined && has(peacekeeping, token);
}

export function isPeople(token: Word | undefined): boolean {
  return token !== undefined && has(people, token);
}

function has(words: ReadonlySet<string>, token: Word): boolean {
  return words.has(token.lemma) || words.has(singular(token.lower)) || words.has(token.lower);
}

/** Whether any of the phrases, or the words on which "hundreds of …" hangs, is of forces. */
export function someForces(phrases: readonly Phrase[], line: Line): boolean {
  return phrases.some((phrase) => isForces(line.tokens[phrase.head]) || tailIs(phrase, line, isForces));
}

export function somePeople(phrases: readonly Phrase[], line: Line): boolean {
  return phrases.some((phrase) => isPeople(line.tokens[phrase.head]) || tailIs(phrase, line, isPeople));
}

const amounts = set(
  'hundred thousand ten number group dozen score hundreds thousands tens dozens wave million millions part rest majority most some first last many more remnant unit deployment',
);

/** "hundreds of soldiers": the noun after the amount. */
function tailIs(phrase: Phrase, line: Line, test: (token: Word | undefined) => boolean): boolean {
  const head = line.tokens[phrase.head];
  if (!head || !(amounts.has(head.lower) || head.upos === 'NUM')) return false;
  for (let i = phrase.last + 1; i <= Math.min(phrase.extent, phrase.last + 6); i++)
    if (test(line.tokens[i])) return true;
  return line.tree.children(head, 'nmod').some(test);
}
