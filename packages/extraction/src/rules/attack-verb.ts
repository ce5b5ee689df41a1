import { union } from '../actors/actor-ref.ts';
import { ownersOf } from '../actors/owners-of.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { attackVerbs, modeOf, natural, vagueVerbs } from '../frames/attack-words.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, undergoer, undergoers } from '../frames/roles.ts';
import { wholeClause } from '../frames/stretch.ts';
import type { Rule } from './rule.ts';

const figures = /\b(?:deal|blow|chord|balance|agreement|tone|record|economy|bottom|headlines)\b/u;

/** "1,166 soldiers have been killed" is a toll, not an attack. */
const consequence = /^(?:kill|wound|injure)$/u;

/** "Armenian forces shelled the town", "the hospital was hit by a missile", "firing rockets at a market". */
export const attackVerb: Rule = {
  name: 'attack-verb',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      if (!attackVerbs.has(lemma)) return [];
      const text = wholeClause(clause, line);
      if (
        /^(?:kill|injure|hit|strike|destroy)$/u.test(lemma) &&
        natural.test(line.source.slice(line.start, line.end).toLowerCase())
      )
        return [];
      const needed = vagueVerbs.get(lemma);
      if (needed && !needed.test(text)) return [];
      if (figures.test(text.slice(0, 60)) && !/\b(?:civilians?|soldiers?|missiles?)\b/u.test(text)) return [];
      const agents = doers(clause, line, story);
      const aimed = undergoer(clause);
      const tollOnly =
        consequence.test(lemma) &&
        clause.verb.passive &&
        clause.verb.perfect &&
        agents.length === 0 &&
        line.counts.length > 0 &&
        !/\bhad\b/u.test(text);
      if (tollOnly) return [];
      const patients = union(
        [],
        [
          ...undergoers(clause, line, story),
          ...ownersOf([...aimed, ...governedBy(clause, 'at', 'on', 'against')], line),
        ],
      ).filter((actor) => !agents.some((agent) => agent.id !== undefined && agent.id === actor.id));
      const mode = modeOf(`${lemma === 'shell' ? 'shelled' : lemma} ${text}`);
      return [
        candidate({
          rule: attackVerb.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'attack',
          ...(mode ? { mode } : {}),
          clause,
          initiators: agents,
          recipients: patients.filter((actor) => actor.id !== undefined),
          victims: patients.filter((actor) => actor.id === undefined),
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
