import { actorsOf } from '../actors/actors-of-phrase.ts';
import { candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { governedBy, tail } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

/** "the town fell to rebel forces", "came under the army's control". */
export const fallOfPlace: Rule = {
  name: 'fall-of-place',
  find: (line, story) =>
    line.clauses.flatMap((clause) => {
      const rest = tail(clause, line);
      const fell = clause.verb.lemma === 'fall' && /^(?:to|into|under)\b/u.test(rest);
      const controlled =
        /^(?:come|pass|be)$/u.test(clause.verb.lemma) && /^under (?:the )?(?:\w+ ){0,3}control\b/u.test(rest);
      const named = clause.subject.some((phrase) =>
        line.places.some(
          (place) =>
            place.start >= (line.tokens[phrase.first]?.start ?? 0) &&
            place.end <= (line.tokens[phrase.extent]?.end ?? 0),
        ),
      );
      if ((!fell && !controlled) || !named) return [];
      return [
        candidate({
          rule: fallOfPlace.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'capture',
          clause,
          initiators: actorsOf(governedBy(clause, 'to', 'under'), line, story),
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
