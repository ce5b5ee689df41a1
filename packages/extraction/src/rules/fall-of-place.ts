import type { Clause } from '@trucewatch/language';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isLand } from '../frames/land.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const passing = new Set(['fall', 'come', 'pass', 'be', 'go', 'place', 'put', 'bring', 'return']);

/** "the town fell to rebel forces", "came under the army's control". */
export const fallOfPlace: Rule = {
  name: 'fall-of-place',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const { lemma } = clause.verb;
      if (!passing.has(lemma)) continue;
      const control = controlIn(clause, line);
      const fell = lemma === 'fall' && (control || line.tokens[clause.verb.last + 1]?.lower === 'to');
      if (!fell && !control) continue;
      const thing =
        lemma === 'fall' || lemma === 'come' || lemma === 'pass' || lemma === 'be' || lemma === 'go'
          ? clause.subject
          : clause.patients;
      if (!thing.some((phrase) => isLand(phrase, line))) continue;
      const gainers = participantsOf(governedBy(clause, 'to', 'of', 'under', 'into'), line, story);
      if (fell && !control && gainers.length === 0) continue;
      found.push(
        candidate({
          rule: fallOfPlace.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'capture',
          clause,
          initiators: gainers,
          reality: realityOf(clause, line),
        }),
      );
    }
    return found;
  },
};

/** "under the control of", "into the hands of". */
function controlIn(clause: Clause, line: Line): boolean {
  return clause.obliques.some(
    ({ preposition, phrases }) =>
      (preposition === 'under' || preposition === 'into' || preposition === 'in' || preposition === 'to') &&
      phrases.some(({ head }) => {
        const word = line.tokens[head]?.lower;
        return word === 'control' || (word === 'hands' && preposition !== 'under');
      }) &&
      !(clause.verb.lemma === 'be' && preposition !== 'under'),
  );
}
