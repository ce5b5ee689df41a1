import { type Candidate, candidate } from '../candidate.ts';
import { tokenAt } from '../document.ts';
import { attackNouns, modeOf } from '../frames/attack-words.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nominalReality } from '../frames/reality.ts';
import { doers } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const weak =
  /^(?:strikes?|attacks?|raids?|offensives?|explosions?|blasts?|provocations?|aggression|assaults?)$/iu;
const otherStrikes = /\b(?:hunger|labou?r|general|heart|cyber ?|verbal|panic|rhetorical) $/iu;
/** Verbs with which a noun of attack makes one event: "carried out an attack", "came under fire". */
const light = new Set(
  'carry conduct launch continue begin start make stage resume intensify step mount perpetrate commit undertake repel prevent'.split(
    ' ',
  ),
);

/** "a rocket attack on X", "Armenian shelling of Y", "the strike killed 13". */
export const attackNoun: Rule = {
  name: 'attack-noun',
  find: (line, story) => {
    const text = line.source.slice(line.start, line.end);
    const found: Candidate[] = [];
    attackNouns.lastIndex = 0;
    for (const match of text.matchAll(attackNouns)) {
      const at = line.start + match.index;
      const end = at + match[0].length;
      const token = line.tokens[tokenAt(line, at)];
      if (token && token.start === at && token.upos === 'VERB' && !match[0].includes(' ')) continue;
      if (otherStrikes.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
      const clause =
        line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1) ??
        line.clauses[0] ??
        null;
      const roles = nominalRoles(line, at, end, story);
      const governed = clause && light.has(clause.verb.lemma) ? doers(clause, line, story) : [];
      const agents = roles.agents.length > 0 ? roles.agents : governed;
      const mode =
        modeOf(line.source.slice(Math.max(line.start, roles.start), roles.end)) ?? modeOf(match[0]);
      const known =
        agents.length + roles.patients.length > 0 ||
        mode !== undefined ||
        line.counts.length > 0 ||
        line.places.some((place) => !place.qualifies && place.start > at && place.start < end + 60);
      const back = /\b(?:the|this|that)\s(?:[\p{L}-]+\s)?$/iu.test(
        text.slice(Math.max(0, match.index - 24), match.index),
      );
      if (weak.test(match[0]) && !known && !back) continue;
      found.push(
        candidate({
          rule: attackNoun.name,
          line,
          start: roles.start,
          end: roles.end,
          type: 'attack',
          ...(mode ? { mode } : {}),
          clause,
          nominal: true,
          ...(weak.test(match[0]) && !known ? { anaphor: true } : {}),
          initiators: agents,
          recipients: roles.patients.filter((actor) => !agents.some((agent) => agent.id === actor.id)),
          reality: nominalReality(
            line,
            roles.start,
            clause && (line.tokens[clause.verb.first]?.start ?? 0) < at ? clause : null,
          ),
        }),
      );
    }
    return found;
  },
};
