import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { rangeOf, tokenAt } from '../document.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { governedBy } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const nouns =
  /\b(?:clash(?:es)?|fighting|hostilities|battles?|skirmish(?:es)?|war|firefights?|gun ?battles?|exchanges? of fire|flare-ups?|armed conflict|combat|escalation)\b/giu;
const wars = /^(?:war|battles?|escalation|flare-ups?|armed conflict|combat)$/iu;
const figurative =
  /\b(?:cold|civil society|world|culture|trade|legal|diplomatic|information|court|price|second world|first world|prisoners? of|post-|pre-|anti-|ministry of|act of|acts of|declar\w+|council of|star) ?$/iu;
const after =
  /^(?:[- ](?:crimes?|veterans?|weary|effort|effort|games?|torn|zone|footing|room|machine|time|correspondent|like))/iu;

/** "fierce clashes between X and Y", "fighting erupted", "a war that killed 30,000". */
export const clashNoun: Rule = {
  name: 'clash-noun',
  find: (line, story) => {
    const found: Candidate[] = [];
    const text = line.source.slice(line.start, line.end);
    for (const match of text.matchAll(nouns)) {
      const at = line.start + match.index;
      if (
        figurative.test(text.slice(Math.max(0, match.index - 16), match.index)) ||
        after.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14))
      )
        continue;
      const token = line.tokens[tokenAt(line, at)];
      if (token?.upos === 'VERB' && /^(?:battles?|clash)$/iu.test(match[0])) continue;
      if (
        truceMentions(line).some(
          (mention) => mention.kind === 'halt' && mention.nounStart <= at && at < mention.end,
        )
      )
        continue;
      const roles = nominalRoles(line, at, at + match[0].length, story);
      const clause =
        line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1) ?? null;
      const copula = line.clauses.find(
        (other) =>
          other.verb.lemma === 'be' &&
          other.subject.some(
            (phrase) =>
              (line.tokens[phrase.first]?.start ?? 0) <= at && at <= (line.tokens[phrase.last]?.end ?? 0),
          ),
      );
      const parties =
        roles.between.length > 0
          ? roles.between
          : copula
            ? actorsOf(governedBy(copula, 'between'), line, story)
            : [];
      const anchored =
        parties.length > 0 || line.times.length > 0 || line.counts.length > 0 || line.places.length > 0;
      if ((wars.test(match[0]) && !anchored) || (!anchored && line.actors.length === 0)) continue;
      found.push(
        candidate({
          rule: clashNoun.name,
          line,
          start: at,
          end: at + match[0].length,
          type: 'clash',
          clause,
          nominal: true,
          parties,
          reality: nominalReality(line, roles.start, clause),
        }),
      );
    }
    return found;
  },
};

const verbs = new Set(['clash', 'fight', 'battle', 'skirmish']);

/** "troops clashed", "the two sides fought", "exchanged fire". */
export const clashVerb: Rule = {
  name: 'clash-verb',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const traded =
        (lemma === 'exchange' || lemma === 'trade') &&
        clause.objects.some((phrase) =>
          /^(?:fire|gunfire|shelling|strikes?|attacks?|blows)$/u.test(line.tokens[phrase.head]?.lower ?? ''),
        );
      if (
        !traded &&
        (!verbs.has(lemma) ||
          (line.tokens[clause.verb.head]?.lower === 'fighting' && clause.verb.form === 'gerund'))
      )
        return [];
      const parties = [
        ...actorsOf(clause.subject, line, story),
        ...actorsOf([...clause.objects, ...governedBy(clause, 'with', 'against')], line, story),
      ];
      if (parties.length === 0) return [];
      return [
        candidate({
          rule: clashVerb.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'clash',
          clause,
          parties,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};
