import type { Clause, Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { isAbstract } from './abstract.ts';
import { isHarmlessAgent, isHarmlessPatient, isTarget, isWeapon, singular } from './attack-words.ts';
import { isForces, isPeople } from './forces.ts';
import { governedBy } from './roles.ts';
import { headsOf, isNamed } from './sides-of-attack.ts';
import type { Word } from './word.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

const qualities =
  /.(?:ness|ism|hood|ity)$|^(?:friend|owner|partner|relation|citizen|censor|dictator|champion|hard)ship$/u;
/** What ends like a quality and can be shot at. */
const solid = set(
  `business witness harness neighborhood neighbourhood brotherhood priesthood
  city facility university community minority majority authority entity locality municipality vicinity utility electricity dignitary nationality`,
);
/** Charges, rules and sums: who attacks them speaks. */
const dealings = set(
  'rule tariff bonus fee wage salary pension profit loss criticism question accusation insult claim complaint demand request view opinion decree reform measure strategy approach handling record leadership choice rumour rumor speculation suggestion notion theory hope dream',
);

/** Whether a word names what can be attacked with words only: a quality, a paper, a sum, an opinion. */
export function isIntangible(token: Word | undefined): boolean {
  if (token === undefined) return false;
  const word = singular(token.lower);
  return (
    isAbstract(token) ||
    isHarmlessPatient(token) ||
    dealings.has(word) ||
    (token.upos === 'NOUN' && qualities.test(word) && !solid.has(word))
  );
}

const bursts = set('explosion blast bombardment barrage salvo volley onslaught');

/** "an explosion of costs", "a bombardment of new rules": what bursts or rains down is no weapon, and nobody is under it. */
export function isBurstOfNothing(noun: Word, line: Line): boolean {
  if (!bursts.has(singular(noun.lower))) return false;
  const of = line.tree.children(noun, 'nmod').find((child) => line.tree.child(child, 'case')?.lower === 'of');
  return of !== undefined && !isWeapon(of) && !isTarget(of) && isIntangible(of);
}

/** "hit back at the tariffs", "the minister fired back": an answer in words, unless somebody armed gives it or is given it. */
export function isRetort(clause: Clause, line: Line): boolean {
  const at = governedBy(clause, 'at', 'on', 'against');
  if (headsOf(at, line).some(isIntangible)) return true;
  const isArmed = (phrase: Phrase) => isForces(line.tokens[phrase.head]) || isNamed(phrase, line);
  if (at.length > 0) return !at.some((phrase) => isArmed(phrase) || isTarget(line.tokens[phrase.head]));
  return (
    !clause.agents.some((phrase) => isArmed(phrase)) &&
    !headsOf(clause.agents, line).some(({ upos }) => upos === 'PRON') &&
    !line.tokens.some(isWeapon)
  );
}

/** "under fire for bonuses", "under fire from critics": blamed. Guns fire for hours, and from somewhere. */
export function isBlame(clause: Clause, line: Line): boolean {
  const reasons = governedBy(clause, 'for', 'over').filter(
    ({ head }) =>
      !line.times.some(({ start, end }) => {
        const token = line.tokens[head];
        return token !== undefined && start < token.end && token.start < end;
      }) && !/^(?:hour|day|week|month|night|minute|time)$/u.test(line.tokens[head]?.lemma ?? ''),
  );
  const from = headsOf(governedBy(clause, 'from', 'by'), line);
  return reasons.length > 0 || from.some((token) => isHarmlessAgent(token) || isPeople(token));
}
