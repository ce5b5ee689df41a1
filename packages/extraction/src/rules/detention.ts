import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, holds, tail, undergoer, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const people =
  /\b(?:people|soldiers?|men|man|woman|civilians?|protesters?|demonstrators?|activists?|fighters?|journalists?|servicem[ae]n|citizens?|suspects?|members?|militants?|officers?|leaders?|crew|\d+)\b/u;

/** "arrested dozens of protesters", "was taken prisoner". */
export const detention: Rule = {
  name: 'detention',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const jailed = /^(?:arrest|detain|imprison|jail|abduct|kidnap)$/u.test(lemma);
      const captured =
        /^(?:capture|take)$/u.test(lemma) &&
        (/\b(?:prisoner|hostage|captive)s?\b/u.test(tail(clause, line)) ||
          (lemma === 'capture' && holds(undergoer(clause), line, people)));
      if (!jailed && !captured) return [];
      return [
        candidate({
          rule: detention.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'detention',
          clause,
          initiators: doers(clause, line, story),
          recipients: undergoers(clause, line, story),
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
