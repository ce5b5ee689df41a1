import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { holds } from '../frames/roles.ts';
import { wholeClause } from '../frames/stretch.ts';
import type { Rule } from './rule.ts';

const people =
  /\b(?:people|residents|civilians|families|refugees|villagers|population|inhabitants|thousands|hundreds|locals|women|children|persons|idps|populations?|armenians|azerbaijanis|half|most|many)\b/u;

/** "thousands fled their homes", "residents were evacuated", "half the population has been displaced", refugees returning. */
export const displacement: Rule = {
  name: 'displacement',
  find: (line) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const text = wholeClause(clause, line);
      const fled =
        lemma === 'flee' &&
        (holds(clause.subject, line, people) || people.test(text) || line.counts.length > 0);
      const moved = /^(?:displace|evacuate|uproot|expel)$/u.test(lemma) && people.test(text);
      const returned =
        lemma === 'return' &&
        /\b(?:refugees|displaced|residents|families|idps)\b/u.test(text.slice(0, 90)) &&
        /\b(?:home|homes|to|back)\b/u.test(text);
      const left = lemma === 'leave' && /\b(?:their homes?|their houses)\b/u.test(text);
      if (!fled && !moved && !returned && !left) return [];
      return [
        candidate({
          rule: displacement.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'displacement',
          clause,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
