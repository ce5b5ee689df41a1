import type { Clause } from '@trucewatch/language';
import { ownersOf } from '../actors/owners-of.ts';
import { participantsOf } from '../actors/participants.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isForces } from '../frames/forces.ts';
import { isLand } from '../frames/land.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy, tail } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

/** "Jihadists are in control of the town": who is has taken it. */
function holdsIt(clause: Clause, line: Line): boolean {
  return (
    clause.verb.lemma === 'be' &&
    /^(?:now |firmly |fully |again |back )?in (?:full |complete )?(?:control|possession) of\b/u.test(
      tail(clause, line),
    ) &&
    clause.subject.some(({ head, first, last }) => {
      const start = line.tokens[first]?.start ?? 0;
      const end = line.tokens[last]?.end ?? 0;
      return (
        isForces(line.tokens[head]) ||
        line.actors.some((actor) => actor.id.startsWith('group:') && actor.start >= start && actor.end <= end)
      );
    }) &&
    governedBy(clause, 'of').some((phrase) => isLand(phrase, line))
  );
}

/** "Sloviansk is back in Ukrainian hands". */
const inHands = /^(?:now |back |again |once more )?in \p{L}+ hands\b/u;

const passing = new Set(['fall', 'come', 'pass', 'be', 'go', 'place', 'put', 'bring', 'return']);

/** "the town fell to rebel forces", "came under the army's control". */
export const fallOfPlace: Rule = {
  name: 'fall-of-place',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      const { lemma } = clause.verb;
      if (!passing.has(lemma)) continue;
      const owners =
        clause.verb.lemma === 'be' && inHands.test(tail(clause, line))
          ? ownersOf(governedBy(clause, 'in'), line)
          : [];
      if (owners.length > 0 && clause.subject.some((phrase) => isLand(phrase, line))) {
        found.push(
          candidate({
            rule: fallOfPlace.name,
            line,
            ...rangeOf(line, clause.verb),
            type: 'capture',
            clause,
            initiators: owners,
            reality: realityOf(clause, line),
          }),
        );
        continue;
      }
      if (holdsIt(clause, line)) {
        found.push(
          candidate({
            rule: fallOfPlace.name,
            line,
            ...rangeOf(line, clause.verb),
            type: 'capture',
            clause,
            initiators: participantsOf(clause.subject, line, story),
            reality: realityOf(clause, line),
          }),
        );
        continue;
      }
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
