import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { doers, governedBy, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const speechActs = new Set([
  'condemn',
  'denounce',
  'criticise',
  'criticize',
  'praise',
  'welcome',
  'congratulate',
  'back',
  'support',
  'thank',
  'demand',
  'urge',
  'request',
  'slam',
  'decry',
  'applaud',
  'recognise',
  'recognize',
  'ask',
]);

/** "condemned the attack", "asked Russia for help", "welcomed the deal": a speech act between named actors. */
export const statement: Rule = {
  name: 'statement',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      if (
        !speechActs.has(clause.verb.lemma) ||
        clause.verb.form !== 'finite' ||
        clause.verb.modal ||
        clause.verb.negated ||
        clause.verb.tense === 'future'
      )
        return [];
      const speakers = doers(clause, line, story);
      if (speakers.length === 0) return [];
      const recipients = [
        ...undergoers(clause, line, story),
        ...actorsOf(governedBy(clause, 'on', 'from', 'against'), line, story),
      ].filter((actor) => !speakers.some((speaker) => speaker.id !== undefined && speaker.id === actor.id));
      return [
        candidate({
          rule: statement.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'statement',
          clause,
          initiators: speakers,
          recipients,
          reality: 'actual',
        }),
      ];
    }),
};
