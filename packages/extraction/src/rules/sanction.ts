import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, holds, undergoer, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

/** "imposed sanctions on", "expelled diplomats", "cut ties with", "recalled its ambassador". */
export const sanction: Rule = {
  name: 'sanction',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const thing = undergoer(clause);
      const imposed =
        /^(?:impose|announce|introduce|adopt|tighten|slap)$/u.test(lemma) &&
        holds(thing, line, /\b(?:sanctions|embargo|blockade|tariffs|boycott)\b/u);
      const expelled =
        /^(?:expel|recall|summon|withdraw)$/u.test(lemma) &&
        holds(thing, line, /\b(?:diplomats?|ambassadors?|envoys?)\b/u);
      const cut =
        /^(?:cut|sever|break|suspend|halt)$/u.test(lemma) &&
        holds(thing, line, /\b(?:ties|relations|trade|exports|imports|links|arms sales)\b/u);
      if (!imposed && !expelled && !cut && lemma !== 'sanction') return [];
      const targets = [
        ...actorsOf(governedBy(clause, 'on', 'against', 'with', 'from', 'to'), line, story),
        ...(lemma === 'sanction' ? undergoers(clause, line, story) : []),
      ];
      return [
        candidate({
          rule: sanction.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'sanction',
          clause,
          initiators: doers(clause, line, story),
          recipients: targets,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
