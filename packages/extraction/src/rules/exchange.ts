import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { doers, undergoer } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const held = /\b(?:prisoners?|captives?|hostages?|detainees?|bodies|remains|pows?|servicemen)\b/u;
const nominal =
  /\b(?:(?:prisoner|hostage|body|captive|pow|detainee)s?(?: of war)? (?:exchanges?|swaps?)|(?:exchanges?|swaps?) of (?:\w+ ){0,3}(?:prisoners|captives|hostages|bodies|detainees|remains))\b/giu;

/** "exchanged the bodies of soldiers", "a prisoner swap". */
export const exchange: Rule = {
  name: 'exchange',
  find: (line, story) => {
    const found: Candidate[] = line.clauses.flatMap((clause) => {
      const words = undergoer(clause)
        .map((phrase) =>
          line.tokens
            .slice(phrase.first, phrase.extent + 1)
            .map((token) => token.lower)
            .join(' '),
        )
        .join(' ');
      const swap = /^(?:exchange|swap)$/u.test(clause.verb.lemma) && held.test(words);
      const handed = /^(?:hand|return|release|free|repatriate)$/u.test(clause.verb.lemma) && held.test(words);
      if (!swap && !handed) return [];
      const parties = doers(clause, line, story);
      return [
        candidate({
          rule: exchange.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'exchange',
          clause,
          parties,
          reality: realityOf(clause, line),
        }),
      ];
    });
    const text = line.source.slice(line.start, line.end);
    for (const match of text.matchAll(nominal)) {
      const at = line.start + match.index;
      const clause =
        line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1) ?? null;
      found.push(
        candidate({
          rule: exchange.name,
          line,
          start: at,
          end: at + match[0].length,
          type: 'exchange',
          clause,
          nominal: true,
          reality: nominalReality(line, at, clause),
        }),
      );
    }
    return found;
  },
};
