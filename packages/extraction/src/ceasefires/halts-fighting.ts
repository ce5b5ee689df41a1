import type { Clause, Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { governedBy, undergoer } from '../frames/roles.ts';
import { namesFighting } from './fighting-words.ts';

/** "the use of force", "violence". */
function isForce({ first, last, extent }: Phrase, line: Line): boolean {
  return line.tokens
    .slice(first, Math.max(last, extent) + 1)
    .some(
      ({ lower }, _, words) =>
        lower === 'violence' ||
        lower === 'hostilities' ||
        (lower === 'force' && words.some((word) => word.lower === 'use')),
    );
}

const halting = new Set([
  'stop',
  'end',
  'halt',
  'cease',
  'pause',
  'suspend',
  'silence',
  'lay',
  'hold',
  'discontinue',
  'freeze',
]);
const firing = /^(?:firing|fighting|shooting|shelling|bombing|hostilities|fire)$/u;
/** Whether a clause stops fighting: "halt the offensive", "cease fire", "lay down arms". */
export function haltsFighting(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  // "renounce the use of force", "refrain from attacks".
  if (/^(?:renounce|abjure|forswear|eliminate|foreswear)$/u.test(lemma))
    return undergoer(clause).some((phrase) => isForce(phrase, line));
  if (/^(?:refrain|abstain|desist)$/u.test(lemma))
    return governedBy(clause, 'from').some(
      (phrase) =>
        isForce(phrase, line) ||
        // "attacks on the roads" are some, not all.
        (namesFighting(phrase, line) &&
          !/^(?:on|against|in)$/u.test(line.tokens[phrase.last + 1]?.lower ?? '')),
    );
  // "put their armed campaign on hold".
  if (lemma === 'put')
    return (
      governedBy(clause, 'on').some(({ head }) => /^(?:hold|ice)$/u.test(line.tokens[head]?.lower ?? '')) &&
      undergoer(clause).some((phrase) => namesFighting(phrase, line))
    );
  if (lemma === 'break')
    return (
      line.tokens[clause.verb.last + 1]?.lower === 'off' &&
      undergoer(clause).some(
        (phrase) => namesFighting(phrase, line) || line.tokens[phrase.head]?.lower === 'fire',
      )
    );
  if (!halting.has(lemma)) return false;
  const next = line.tokens[clause.verb.last + 1]?.lower ?? '';
  if (lemma === 'hold')
    return (
      next === 'fire' ||
      (/^(?:their|its|his|your)$/u.test(next) && line.tokens[clause.verb.last + 2]?.lower === 'fire')
    );
  if (lemma === 'silence')
    return undergoer(clause).some((phrase) =>
      /^(?:guns?|weapons)$/u.test(line.tokens[phrase.head]?.lower ?? ''),
    );
  if (lemma === 'lay')
    return (
      next === 'down' &&
      undergoer(clause).some((phrase) => /^(?:arms|weapons)$/u.test(line.tokens[phrase.head]?.lower ?? ''))
    );
  const following = /^(?:all|their|its|any|the)$/u.test(next)
    ? (line.tokens[clause.verb.last + 2]?.lower ?? '')
    : '';
  if (following !== 'fire' && following !== 'fighting' && firing.test(following)) return true;
  if (firing.test(next) && (next !== 'fire' || lemma === 'cease')) return true;
  return undergoer(clause).some((phrase) => namesFighting(phrase, line));
}
