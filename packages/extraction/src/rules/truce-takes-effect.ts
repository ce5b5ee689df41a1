import { candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { tail } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const nominal = /\b(?:its|their|the) entry into (?:force|effect)\b/iu;

/** "after it took effect", "within an hour of its entry into force", where the sentence or the one before names the truce. */
export const truceTakesEffect: Rule = {
  name: 'truce-takes-effect',
  find: (line, story) => {
    const near = [line, story.document.lines[line.index - 1]];
    if (!near.some((other) => other !== undefined && truceMentions(other).length > 0)) return [];
    const found = line.clauses.flatMap((clause) => {
      const [subject] = clause.subject;
      const word = subject ? (line.tokens[subject.head]?.lower ?? '') : '';
      const relative =
        clause.link === 'relative' &&
        truceMentions(line).some((mention) => mention.end <= (line.tokens[clause.verb.first]?.start ?? 0));
      if (!/^(?:it|which|that|they)$/u.test(word) && !relative) return [];
      const rest = tail(clause, line);
      const starts =
        (clause.verb.lemma === 'take' && /^effect\b/u.test(rest)) ||
        (/^(?:come|go|enter)$/u.test(clause.verb.lemma) && /^into (?:force|effect)\b/u.test(rest));
      if (!starts) return [];
      return [
        candidate({
          rule: truceTakesEffect.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'ceasefire',
          step: 'took_effect',
          clause,
          reality: realityOf(clause, line),
        }),
      ];
    });
    const noun = nominal.exec(line.source.slice(line.start, line.end));
    if (noun) {
      const start = line.start + noun.index;
      found.push(
        candidate({
          rule: truceTakesEffect.name,
          line,
          start,
          end: start + noun[0].length,
          type: 'ceasefire',
          step: 'took_effect',
          nominal: true,
        }),
      );
    }
    return found;
  },
};
