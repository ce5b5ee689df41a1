import { actorsOf } from '../actors/actors-of-phrase.ts';
import { ownersOf } from '../actors/owners-of.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { doers, holds, undergoer } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const moving = new Set([
  'deploy',
  'redeploy',
  'send',
  'dispatch',
  'mobilise',
  'mobilize',
  'station',
  'position',
  'mass',
  'arrive',
  'guard',
  'patrol',
  'bring',
  'recruit',
  'transfer',
]);
const forces =
  /\b(?:troops?|peacekeepers?|peacekeeping|forces?|soldiers?|observers?|monitors?|fighters|mercenaries|units?|army|contingent|mission|tanks|warships|reservists|reserves|brigades?|battalions?|aircraft|jets|mobili[sz]ation)\b/u;

/** "deployed peacekeepers", "sent observers", "troops were mobilised". */
export const deployment: Rule = {
  name: 'deployment',
  find: (line, story) => {
    const found: Candidate[] = line.clauses.flatMap((clause) => {
      const { lemma } = clause.verb;
      if (!moving.has(lemma)) return [];
      const arriving = lemma === 'arrive';
      const intransitive =
        arriving ||
        (lemma === 'deploy' && clause.objects.length === 0 && !clause.verb.passive) ||
        lemma === 'guard' ||
        lemma === 'patrol';
      const thing = intransitive ? clause.subject : undergoer(clause);
      if (!holds(thing, line, forces)) return [];
      const agents = intransitive ? actorsOf(clause.subject, line, story) : doers(clause, line, story);
      const owners = agents.length > 0 ? agents : [...actorsOf(thing, line, story), ...ownersOf(thing, line)];
      return [
        candidate({
          rule: deployment.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'deployment',
          clause,
          initiators: owners.slice(0, 3),
          reality: realityOf(clause, line),
        }),
      ];
    });
    const text = line.source.slice(line.start, line.end);
    for (const match of text.matchAll(/\b(?:deployments?|mobili[sz]ation|presence) of\b/giu)) {
      const at = line.start + match.index;
      if (!forces.test(text.slice(match.index, match.index + 70).toLowerCase())) continue;
      const noun = match[0].length - 3;
      const roles = nominalRoles(line, at, at + noun, story);
      const clause =
        line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1) ?? null;
      found.push(
        candidate({
          rule: deployment.name,
          line,
          start: at,
          end: at + match[0].length,
          type: 'deployment',
          clause,
          nominal: true,
          initiators: [...roles.agents, ...roles.patients].slice(0, 2),
          reality: nominalReality(line, at, clause),
        }),
      );
    }
    return found;
  },
};
