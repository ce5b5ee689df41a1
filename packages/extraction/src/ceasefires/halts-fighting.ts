import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { undergoer } from '../frames/roles.ts';
import { namesFighting } from './fighting-words.ts';

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
