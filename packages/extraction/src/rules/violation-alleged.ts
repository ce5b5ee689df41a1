import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { speaksOfTruce } from '../ceasefires/speaks-of-truce.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { type Line, rangeOf } from '../document.ts';
import { governedBy } from '../frames/roles.ts';
import type { Rule } from './rule.ts';

const accusing = new Set(['accuse', 'blame', 'charge', 'trade', 'exchange']);
const breaches = /\b(?:violations?|violating|breach(?:es|ing)?|breaking|infring\w+)\b/u;
const otherDuties =
  /\b(?:human rights|international (?:humanitarian )?law|airspace|international norms|geneva conventions?|constitution|laws?|rules|sovereignty|charter|embargo|resolutions?|territorial integrity|sanctions|borders?)\b/u;

/** "accused each other of violations", "traded blame for breaking it", where the sentence names no truce beside the breach. */
export const violationAlleged: Rule = {
  name: 'violation-alleged',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      if (!accusing.has(clause.verb.lemma)) return [];
      const start = line.tokens[clause.verb.first]?.start ?? line.start;
      const rest = line.source.slice(start, Math.min(line.end, start + 160)).toLowerCase();
      if (!breaches.test(rest) || otherDuties.test(rest) || hasGoverned(line, start)) return [];
      if (!speaksOfTruce(line, story, 12)) return [];
      const range = rangeOf(line, clause.verb);
      const accused = actorsOf(
        clause.verb.passive
          ? clause.subject
          : clause.objects.length > 0
            ? clause.objects
            : governedBy(clause, 'on'),
        line,
        story,
      );
      const found = breaches.exec(rest);
      const end = start + (found ? found.index + found[0].length : 0);
      return [
        candidate({
          rule: violationAlleged.name,
          line,
          start: range.start,
          end: Math.max(range.end, end),
          type: 'ceasefire',
          step: 'violated',
          clause,
          initiators: accused,
        }),
      ];
    }),
};

/** Another rule reads "violating the truce" itself. */
function hasGoverned(line: Line, from: number): boolean {
  return truceMentions(line).some(
    (mention) =>
      mention.start > from &&
      breaches.test(line.source.slice(Math.max(from, mention.start - 40), mention.start).toLowerCase()),
  );
}
