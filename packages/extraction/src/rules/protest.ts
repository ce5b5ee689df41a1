import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import type { Rule } from './rule.ts';

/** "demonstrators rallied", "protests in the capital", "took to the streets". */
export const protest: Rule = {
  name: 'protest',
  find: (line, story) => {
    const text = line.source.slice(line.start, line.end);
    const found: Candidate[] = line.clauses.flatMap((clause) => {
      const start = line.tokens[clause.verb.head]?.start ?? line.start;
      const streets = /^\w+ to the streets\b/u.test(line.source.slice(start, start + 24));
      const verb =
        /^(?:protest|rally|demonstrate|riot)$/u.test(clause.verb.lemma) ||
        streets ||
        (clause.verb.lemma === 'march' && /\bprotest|demonstrat|rally|crowd\b/iu.test(text));
      if (
        !verb ||
        (clause.verb.lemma === 'demonstrate' &&
          !/\b(?:protest|demonstrators|streets|crowds?|rally|thousands|hundreds|people)\b/iu.test(text))
      )
        return [];
      return [
        candidate({
          rule: protest.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'protest',
          clause,
          initiators: actorsOf(clause.subject, line, story),
          reality:
            clause.verb.form === 'infinitive' && clause.parent !== null && !clause.verb.negated
              ? 'actual'
              : realityOf(clause, line),
        }),
      ];
    });
    if (found.length > 0) return found;
    const noun = /\b(?:protests?|protesters|demonstrations?|demonstrators|rally|rallies|riots?)\b/iu.exec(
      text,
    );
    if (!noun) return [];
    const at = line.start + noun.index;
    const clause = line.clauses[0] ?? null;
    return [
      candidate({
        rule: protest.name,
        line,
        start: at,
        end: at + noun[0].length,
        type: 'protest',
        clause,
        nominal: true,
        reality: nominalReality(line, at, clause),
      }),
    ];
  },
};
