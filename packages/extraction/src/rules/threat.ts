import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { doers, governedBy, governor, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

/** "threatened to strike", "warned of retaliation", "vowed to fight on", "will respond if". */
export const threat: Rule = {
  name: 'threat',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const next = line.clauses[clause.index + 1];
      const text = line.source
        .slice(line.tokens[clause.verb.first]?.start ?? line.start, line.end)
        .toLowerCase();
      const threatens =
        lemma === 'threaten' &&
        clause.verb.form === 'finite' &&
        clause.subject.length > 0 &&
        (next?.link === 'infinitive' || /^\S+ (?:with|\p{L}+ with)\b/u.test(text));
      const warns =
        lemma === 'warn' &&
        /\b(?:retaliat\w+|respond|response|consequences|strike|attack|pay|destroy|punish\w*|revenge)\b/u.test(
          text,
        );
      const vows =
        lemma === 'vow' &&
        next?.link === 'infinitive' &&
        /^(?:retaliate|respond|fight|avenge|strike|destroy|crush|attack|continue|punish)$/u.test(
          next.verb.lemma,
        );
      const answers =
        lemma === 'respond' &&
        (clause.verb.tense === 'future' || clause.verb.modal === 'must') &&
        clause.marker !== 'if' &&
        governor(clause, line)?.verb.lemma !== 'urge';
      if (!threatens && !warns && !vows && !answers) return [];
      const makers = doers(clause, line, story);
      if (makers.length === 0) return [];
      return [
        candidate({
          rule: threat.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'threat',
          clause,
          initiators: makers,
          recipients: [
            ...undergoers(clause, line, story),
            ...actorsOf(governedBy(clause, 'against'), line, story),
          ],
          reality: clause.verb.negated ? 'negated' : 'actual',
        }),
      ];
    }),
};
