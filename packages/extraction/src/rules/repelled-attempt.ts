import type { Clause } from '@trucewatch/language';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { realityOf } from '../frames/reality.ts';
import { attackersOf, hitBy } from '../frames/sides-of-attack.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const fending = /^(?:repel|repuls|foil|thwart|beat(?:en|ing)?$|fended$|stopped$)/u;
const attempts = /^(?:attempts?|bids?|tries|try)$/u;
const assaults =
  /^(?:advance|infiltrate|storm|attack|penetrate|assault|seize|capture|retake|recapture|enter|cross|land|invade|encircle|break|overrun)$/u;
/** So many words behind "attempts" the verb stands of what was attempted. */
const reach = 12;

/** "repelled attempts by Kyiv's forces to advance": who is fended off has attacked. */
export const repelledAttempt: Rule = {
  name: 'repelled-attempt',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const word = line.tokens[clause.verb.head]?.lower ?? '';
      return fending.test(word) ? fromClause(clause, line, story) : [];
    }),
};

function fromClause(clause: Clause, line: Line, story: Story): Candidate[] {
  const noun = clause.patients
    .map(({ head }) => line.tokens[head])
    .find((token) => token !== undefined && attempts.test(token.lower));
  if (!noun) return [];
  const tried = line.clauses.find(
    ({ verb }) =>
      verb.form === 'infinitive' &&
      verb.head > noun.index &&
      verb.head - noun.index <= reach &&
      assaults.test(verb.lemma),
  );
  if (!tried) return [];
  const roles = nominalRoles(line, noun.start, noun.end, story);
  const initiators =
    roles.agents.length > 0
      ? roles.agents
      : attackersOf(
          clause.obliques
            .filter(({ preposition, at }) => preposition === 'by' && at > noun.index)
            .flatMap(({ phrases }) => phrases),
          line,
          story,
        );
  return [
    candidate({
      rule: repelledAttempt.name,
      line,
      start: noun.start,
      end: rangeOf(line, tried.verb).end,
      type: 'attack',
      mode: 'ground_assault',
      clause,
      nominal: true,
      initiators,
      ...hitBy(tried.patients, initiators, line, story),
      reality: realityOf(clause, line),
    }),
  ];
}
