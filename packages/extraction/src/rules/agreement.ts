import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, holds, tail, undergoer } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const papers =
  /\b(?:agreements?|deals?|memorandum|memorandums|treaty|treaties|pacts?|accords?|protocols?|declaration|statement|roadmap|understanding)\b/u;
const truceWords = /\b(?:cease-? ?fires?|firing|truces?|armistice|peace|hostilities|fighting|war)\b/u;
const signing = new Set([
  'sign',
  'reach',
  'conclude',
  'strike',
  'ink',
  'seal',
  'approve',
  'ratify',
  'adopt',
  'initial',
]);

/** "signed a memorandum", "agreed to exchange", "agreements have been reached on": a deal that is not a ceasefire. */
export const agreement: Rule = {
  name: 'agreement',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const rest = tail(clause, line);
      const next = line.clauses[clause.index + 1];
      const signed = signing.has(clause.verb.lemma) && holds(undergoer(clause), line, papers);
      const agreed =
        clause.verb.lemma === 'agree' &&
        clause.verb.form === 'finite' &&
        (/^(?:to|on|upon|that)\b/u.test(rest) || next?.link === 'infinitive');
      if (!signed && !agreed) return [];
      const thing = `${undergoer(clause)
        .map((phrase) =>
          line.tokens
            .slice(phrase.first, phrase.extent + 1)
            .map((token) => token.lower)
            .join(' '),
        )
        .join(' ')} ${rest}`;
      const opening = line.source
        .slice(line.tokens[clause.verb.first]?.start ?? 0, (line.tokens[clause.verb.first]?.start ?? 0) + 90)
        .toLowerCase();
      if (truceMentions(line).length > 0 && signed) return [];
      if (truceWords.test(thing) || truceWords.test(opening)) return [];
      const parties = [
        ...doers(clause, line, story),
        ...actorsOf(governedBy(clause, 'with', 'between'), line, story),
      ];
      if (!parties.some((actor) => actor.id !== undefined) && (!signed || parties.length > 0)) return [];
      return [
        candidate({
          rule: agreement.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'agreement',
          clause,
          parties,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
