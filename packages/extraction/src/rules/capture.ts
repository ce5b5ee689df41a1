import { actorsOf } from '../actors/actors-of-phrase.ts';
import { ownersOf } from '../actors/owners-of.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, tail, undergoer } from '../frames/roles.ts';
import { wholeClause } from '../frames/stretch.ts';
import type { Rule } from './rule.ts';

const taking = new Set(
  'capture seize liberate recapture retake occupy conquer overrun regain reclaim reconquer retake free'.split(
    ' ',
  ),
);
const giving = new Set('cede surrender hand return transfer relinquish yield lose give'.split(' '));
const land =
  /\b(?:town|towns|city|cities|village|villages|territor\w+|region|regions|district|districts|area|areas|land|lands|settlements?|heights?|positions?|base|airport|province|capital|strongholds?|hills?|stations?|border|control|enclave|part|parts|swathes?|swaths?)\b/u;

/** "captured the town", "took control of", "ceded seven districts to": territory changes hands; who gains is the initiator. */
export const capture: Rule = {
  name: 'capture',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      const { lemma } = clause.verb;
      const rest = tail(clause, line);
      const control =
        (/^(?:take|gain|seize|establish|wrest|assume|regain|retake)$/u.test(lemma) &&
          /^(?:\w+ ){0,2}control\b/u.test(rest)) ||
        (lemma === 'take' && /^(?:back|over)\b/u.test(rest));
      const takes = taking.has(lemma) || control;
      const gives = giving.has(lemma);
      if (!takes && !gives) return [];
      const thing = undergoer(clause);
      const named =
        thing.some((phrase) => places(phrase.first, phrase.extent, line)) ||
        (control && line.places.some((place) => place.start >= (line.tokens[clause.verb.first]?.start ?? 0)));
      const words = wholeClause(clause, line);
      if (!named && !(land.test(words) && thing.length > 0)) return [];
      if (
        /\b(?:soldiers?|prisoners?|hostages?|bodies|weapons|equipment|power|office)\b/u.test(
          rest.slice(0, 40),
        ) &&
        !named
      )
        return [];
      const agents = doers(clause, line, story);
      const receivers = actorsOf(governedBy(clause, 'to'), line, story);
      const owners = ownersOf(governedBy(clause, 'from'), line);
      return [
        candidate({
          rule: capture.name,
          line,
          ...rangeOf(line, clause.verb),
          type: 'capture',
          clause,
          initiators: gives ? receivers : agents,
          recipients: gives ? agents : owners,
          reality: realityOf(clause, line),
        }),
      ];
    }),
};

function places(first: number, last: number, line: Parameters<Rule['find']>[0]): boolean {
  const start = line.tokens[first]?.start ?? 0;
  const end = line.tokens[last]?.end ?? 0;
  return line.places.some(
    (place) => place.start >= start && place.end <= end && place.place.level !== 'country',
  );
}
