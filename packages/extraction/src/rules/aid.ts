import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, holds, undergoer, undergoers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const giving = new Set([
  'send',
  'provide',
  'deliver',
  'supply',
  'donate',
  'give',
  'dispatch',
  'offer',
  'grant',
  'distribute',
  'allocate',
  'sell',
  'ship',
  'evacuate',
]);
const goods =
  /\b(?:aid|assistance|help|relief|supplies|humanitarian|food|medicine|medical|weapons?|arms|funds|ammunition|support|backing|shelter|money|equipment|convoy)\b/u;

/** "sent humanitarian aid to", "supplied arms to both". */
export const aid: Rule = {
  name: 'aid',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      if (!giving.has(lemma) && lemma !== 'assist') return [];
      if (lemma !== 'assist' && !holds(undergoer(clause), line, goods)) return [];
      const receivers = [
        ...actorsOf(governedBy(clause, 'to', 'for'), line, story),
        ...(lemma === 'assist' ? undergoers(clause, line, story) : []),
      ];
      const givers = doers(clause, line, story);
      if (givers.length + receivers.length === 0) return [];
      return [
        candidate({
          rule: aid.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'aid',
          clause,
          initiators: givers,
          recipients: receivers,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
