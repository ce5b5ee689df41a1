import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { governedBy, holds, tail } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const meeting = new Set(['meet', 'negotiate', 'confer', 'phone', 'telephone', 'visit', 'consult']);
const nouns =
  /\b(?:talks|negotiations?|meetings?|summit|consultations|phone calls?|telephone (?:calls?|conversations?)|conversations?|discussions?|contacts?)\b/u;
const holding = new Set([
  'hold',
  'have',
  'begin',
  'start',
  'conduct',
  'resume',
  'continue',
  'take',
  'attend',
  'host',
  'conclude',
  'open',
  'convene',
  'arrange',
  'pay',
  'make',
]);

/** "met in Geneva", "spoke by phone with", "held talks": who sits at one table or on one line. */
export const talksVerb: Rule = {
  name: 'talks-verb',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const rest = tail(clause, line);
      const spoke =
        /^(?:speak|talk)$/u.test(lemma) &&
        /\b(?:with|to|phone|telephone)\b/u.test(rest) &&
        !/^(?:\w+ ){0,6}of\b/u.test(rest) &&
        !/^to (?:reporters|journalists|afp|reuters|cnn|the (?:media|press|bbc))/u.test(rest);
      const held =
        holding.has(lemma) &&
        holds([...clause.objects, ...(clause.verb.passive ? clause.subject : [])], line, nouns);
      const discussed = lemma === 'discuss' && clause.verb.form === 'finite';
      if (clause.verb.form === 'participle' && !held) return [];
      if (!meeting.has(lemma) && !spoke && !held && !discussed) return [];
      if (
        lemma === 'meet' &&
        /^(?:\w+ )?(?:the )?(?:demands?|conditions?|requirements?|needs?|deadline)\b/u.test(rest)
      )
        return [];
      const parties = [
        ...actorsOf(clause.verb.passive ? governedBy(clause, 'by') : clause.subject, line, story),
        ...actorsOf([...clause.objects, ...governedBy(clause, 'with', 'to', 'between')], line, story),
      ];
      const distinct = parties.filter(
        (actor, index) =>
          parties.findIndex((other) => (other.id ?? other.name) === (actor.id ?? actor.name)) === index,
      );
      if (distinct.every((actor) => actor.id === undefined)) return [];
      if (distinct.length === 0 || (distinct.length === 1 && lemma === 'visit' && line.places.length === 0))
        return [];
      return [
        candidate({
          rule: talksVerb.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'talks',
          clause,
          parties: distinct,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};

const nominal = /\b(?:talks|negotiations|telephone conversations?|phone calls?|meetings?|summit)\b/giu;

/** "talks between X and Y in Moscow", "a telephone conversation with". */
export const talksNoun: Rule = {
  name: 'talks-noun',
  find: (line, story) => {
    const text = line.source.slice(line.start, line.end);
    const found: Candidate[] = [];
    for (const match of text.matchAll(nominal)) {
      const at = line.start + match.index;
      const roles = nominalRoles(line, at, at + match[0].length, story);
      const following = text.slice(match.index + match[0].length, match.index + match[0].length + 24);
      const placed = /^ (?:in|at|held in|on) (?:\p{Lu}|\d)/u.test(following);
      const brokered = line.actors.some(
        (actor) => actor.qualifies === 'broker' && actor.end <= at && at - actor.end < 30,
      );
      if (roles.between.length < 1 && !placed && !brokered) continue;
      const clause =
        line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) < at).at(-1) ?? null;
      found.push(
        candidate({
          rule: talksNoun.name,
          line,
          start: at,
          end: at + match[0].length,
          type: 'talks',
          clause,
          nominal: true,
          parties: roles.between,
          reality: nominalReality(line, at, clause),
        }),
      );
    }
    return found;
  },
};
