import type { Clause, Phrase } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { governor } from './roles.ts';

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
  if (line.part === 'title' || line.times.length > 0 || line.counts.length > 0) return false;
  if (line.places.some(({ place, qualifies }) => place.level !== 'country' && !qualifies)) return false;
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

/** "by attacking", "continue murdering"; "fighters executing men" is what they were seen to do. */
function isGoverned(clause: Clause, line: Line): boolean {
  const before = line.tokens[clause.verb.first - 1];
  return before !== undefined && (before.upos === 'ADP' || before.upos === 'SCONJ' || before.upos === 'VERB');
}

/** "civilians", "military positions", "those": no article, number or name. */
function isAnybody(phrase: Phrase, line: Line): boolean {
  return line.tokens
    .slice(phrase.first, phrase.head + 1)
    .every(
      ({ upos, lower }) =>
        upos === 'NOUN' || upos === 'ADJ' || lower === 'those' || lower === 'any' || lower === 'people',
    );
}
