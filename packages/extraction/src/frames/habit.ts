import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { everyone, isAnybody, isPlaced } from './general.ts';
import { isHeadline } from './headline.ts';
import { governor } from './roles.ts';
import { isNamed } from './sides-of-attack.ts';

const accusing = new Set([
  'accuse',
  'blame',
  'condemn',
  'denounce',
  'suspect',
  'charge',
  'criticise',
  'criticize',
]);

/**
 * Whether a clause speaks of what somebody does in general ("those who kill civilians", "by attacking villages")
 * and not of one happening: no time, place or number in its sentence, a verb without a past, and nobody in
 * particular who is hit. An accusation is of something that has happened.
 */
export function isHabit(clause: Clause, line: Line): boolean {
  if (isHeadline(line)) return false;
  if (isOfKind(clause, line) || isWhoever(clause, line)) return true;
  if (isPlaced(line)) return false;
  if (isRecord(clause, line) || isUsual(clause, line)) return true;
  const { form, tense, perfect } = clause.verb;
  const timeless =
    (form === 'gerund' && isGoverned(clause, line)) ||
    form === 'infinitive' ||
    (form === 'finite' && tense === 'present' && !perfect);
  if (!timeless || clause.patients.length === 0) return false;
  const above = governor(clause, line);
  if (form === 'gerund' && above && accusing.has(above.verb.lemma)) return false;
  return clause.patients.every((phrase) => isAnybody(phrase, line));
}

/** "all those who have been abducted", "criminals who attack the population": who they are, not what happened. */
export function isOfKind({ link, patients, verb }: Clause, line: Line): boolean {
  const token = line.tree.tokens[verb.head];
  if (link !== 'relative' || !token) return false;
  const whose = line.tree.headOf(token)?.lower ?? '';
  if (patients.length === 0 && verb.passive && everyone.has(whose)) return true;
  return (token.xpos === 'VBP' || token.xpos === 'VBZ') && !verb.perfect && !verb.passive;
}

/** "whoever kills a teacher". */
function isWhoever({ subject }: Clause, line: Line): boolean {
  return subject.some(({ head }) =>
    /^(?:whoever|whosoever|anyone|anybody)$/u.test(line.tokens[head]?.lower ?? ''),
  );
}

/** "whoever helps them is arrested": the plain present of the passive. */
function isUsual({ verb, marker }: Clause, line: Line): boolean {
  const helper = line.tokens[verb.first]?.lower;
  const being = line.tokens.slice(verb.first, verb.head).some(({ lower }) => lower === 'being');
  return marker === null && verb.passive && !being && (helper === 'is' || helper === 'are');
}

/** "journalists have been murdered", "they have killed judges": what has happened over time, to nobody in particular. */
function isRecord({ verb, patients }: Clause, line: Line): boolean {
  const helper = line.tokens[verb.first]?.lower;
  if (!verb.perfect || (helper !== 'have' && helper !== 'has')) return false;
  return (
    patients.length > 0 &&
    patients.every((phrase) => {
      const head = line.tree.tokens[phrase.head];
      return (
        isAnybody(phrase, line) &&
        !isNamed(phrase, line) &&
        !(head && line.tree.child(head, 'acl', 'acl:relcl'))
      );
    })
  );
}

/** "by attacking", "continue murdering"; "fighters executing men" is what they were seen to do. */
function isGoverned(clause: Clause, line: Line): boolean {
  const before = line.tokens[clause.verb.first - 1];
  return before !== undefined && (before.upos === 'ADP' || before.upos === 'SCONJ' || before.upos === 'VERB');
}
