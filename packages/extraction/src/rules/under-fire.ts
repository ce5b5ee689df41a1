import type { Clause } from '@trucewatch/language';
import { union } from '../actors/actor-ref.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { isHarmlessAgent, isTarget } from '../frames/attack-words.ts';
import { isBlame } from '../frames/figurative.ts';
import { isForces } from '../frames/forces.ts';
import { modeOf } from '../frames/modes.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy } from '../frames/roles.ts';
import { attackersOf, headsOf, hitBy } from '../frames/sides-of-attack.ts';
import type { Word } from '../frames/word.ts';
import type { Rule } from './rule.ts';

const verbs = new Set([
  'come',
  'be',
  'remain',
  'fall',
  'go',
  'get',
  'subject',
  'expose',
  'find',
  'draw',
  'take',
]);
const attacks = new Set(
  'fire attack attacks shelling bombardment bombardments bombing bombings assault gunfire strikes airstrikes shellfire siege crossfire'.split(
    ' ',
  ),
);

/** "came under heavy shelling", "was subjected to rocket fire", "is under attack": the subject is the target. */
export const underFire: Rule = {
  name: 'under-fire',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const clause of line.clauses) {
      if (!verbs.has(clause.verb.lemma)) continue;
      const under = fireIn(clause, line);
      const fire = under ?? fireTaken(clause, line);
      if (!fire || headsOf(clause.subject, line).some(isHarmlessAgent) || (under && isBlame(clause, line)))
        continue;
      const roles = nominalRoles(line, fire.start, fire.end, story);
      const agents = union(
        [...roles.agents],
        attackersOf(governedBy(clause, 'by', 'from'), line, story).filter(({ id }) => id !== undefined),
      );
      const mode = modeOf(line.tokens, clause.verb.last + 1, fire.index + 4);
      const range = rangeOf(line, clause.verb);
      found.push(
        candidate({
          rule: underFire.name,
          line,
          start: range.start,
          end: Math.max(range.end, fire.end),
          type: 'attack',
          ...(mode ? { mode } : {}),
          clause,
          initiators: agents,
          ...hitBy(clause.subject, agents, line, story),
          reality: realityOf(clause, line),
        }),
      );
    }
    return found;
  },
};

/** The noun under which somebody comes. */
function fireIn(clause: Clause, line: Line): Word | undefined {
  const wanted = /^(?:subject|expose)$/u.test(clause.verb.lemma) ? 'to' : 'under';
  const from = clause.verb.last + 1;
  for (let i = from; i < Math.min(line.tokens.length, from + 4); i++) {
    if (line.tokens[i]?.lower !== wanted) continue;
    return line.tokens.slice(i + 1, i + 6).find(({ lower, upos }) => attacks.has(lower) && upos !== 'ADJ');
  }
  return undefined;
}

/** "drew fire", "took heavy fire from the ridge", "came in for heavy bombardment". */
function fireTaken(clause: Clause, line: Line): Word | undefined {
  const { lemma, last } = clause.verb;
  if (lemma === 'come' && line.tokens[last + 1]?.lower === 'in' && line.tokens[last + 2]?.lower === 'for')
    return line.tokens.slice(last + 3, last + 7).find(({ lower }) => attacks.has(lower));
  if ((lemma !== 'draw' && lemma !== 'take') || clause.verb.passive) return undefined;
  const fire = clause.objects
    .map(({ head }) => line.tokens[head])
    .find((token) => token !== undefined && /^(?:fire|gunfire|shellfire|shelling)$/u.test(token.lower));
  // A house takes fire, a critic draws it: those who move under arms, or a convoy, are shot at.
  return fire && clause.subject.some(({ head }) => isForces(line.tokens[head]) || isTarget(line.tokens[head]))
    ? fire
    : undefined;
}
