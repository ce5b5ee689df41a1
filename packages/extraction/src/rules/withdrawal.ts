import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { doers, particle, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const papers =
  /\b(?:agreement|deal|talks|treaty|pact|accord|candidacy|truce|ceasefire|election|race|bill|support)\b/u;

/** "withdrew its troops from", "pulled back", "a pull-out of forces". */
export const withdrawal: Rule = {
  name: 'withdrawal',
  find: (line, story) => {
    const found: Candidate[] = line.clauses.flatMap((clause) => {
      const { lemma } = clause.verb;
      const pulled = lemma === 'pull' && /^(?:out|back)$/u.test(particle(clause, line));
      if (lemma !== 'withdraw' && lemma !== 'retreat' && !pulled) return [];
      const range = rangeOf(line, clause.verb);
      if (papers.test(line.source.slice(range.end, range.end + 40).toLowerCase())) return [];
      const agents = doers(clause, line, story);
      const initiators =
        agents.length > 0
          ? agents
          : clause.verb.passive
            ? actorsOf(clause.subject, line, story)
            : undergoers(clause, line, story);
      return [
        candidate({
          rule: withdrawal.name,
          line,
          ...range,
          type: 'withdrawal',
          clause,
          initiators,
          reality: realityOf(clause, line),
        }),
      ];
    });
    const text = line.source.slice(line.start, line.end);
    for (const match of text.matchAll(/\b(?:withdrawal|pull-?out|pullback|retreat)s?\b/giu)) {
      const at = line.start + match.index;
      const roles = nominalRoles(line, at, at + match[0].length, story);
      const initiators = roles.agents.length > 0 ? roles.agents : roles.patients;
      if (initiators.length === 0 || papers.test(text.slice(match.index, match.index + 50).toLowerCase()))
        continue;
      const clause =
        line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1) ?? null;
      found.push(
        candidate({
          rule: withdrawal.name,
          line,
          start: at,
          end: at + match[0].length,
          type: 'withdrawal',
          clause,
          nominal: true,
          initiators,
          reality: nominalReality(line, at, clause),
        }),
      );
    }
    return found;
  },
};
