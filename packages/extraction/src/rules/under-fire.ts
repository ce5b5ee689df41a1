import { union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { ownersOf } from '../actors/owners-of.ts';
import { candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { modeOf } from '../frames/attack-words.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy, tail } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

/** "came under heavy shelling", "was subjected to rocket fire", "is under attack": the subject is the target. */
export const underFire: Rule = {
  name: 'under-fire',
  find: (line, story) =>
    line.clauses.flatMap((clause) => {
      const rest = tail(clause, line);
      const under =
        /^(?:\w+ ){0,2}under (?:\w+ ){0,3}(?:fire|attack|shelling|bombardment|bombing|assault)\b/u.test(
          rest,
        ) && /^(?:come|be|remain|fall|go)$/u.test(clause.verb.lemma);
      const subjected =
        clause.verb.lemma === 'subject' &&
        /^(?:to) (?:\w+ ){0,4}(?:fire|attacks?|shelling|bombardments?|bombings?|strikes?|airstrikes?)\b/u.test(
          rest,
        );
      if (!under && !subjected) return [];
      const mode = modeOf(rest);
      const range = rangeOf(line, clause.verb);
      const named = line.actors.filter(
        (actor) => actor.start > range.end && actor.start < range.end + 60 && actor.kind === 'demonym',
      );
      const agents = [
        ...actorsOf(governedBy(clause, 'by', 'from'), line, story),
        ...named.map((actor) => ({
          id: actor.id,
          name: line.source.slice(actor.start, actor.end),
          part: line.part,
          start: actor.start,
          end: actor.end,
        })),
      ];
      return [
        candidate({
          rule: underFire.name,
          line,
          start: range.start,
          end: Math.min(line.end, range.end + 1),
          type: 'attack',
          ...(mode ? { mode } : {}),
          clause,
          initiators: agents,
          recipients: union(actorsOf(clause.subject, line, story), ownersOf(clause.subject, line)),
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
