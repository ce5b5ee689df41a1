import type { Clause } from '@trucewatch/language';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { type Line, rangeOf } from '../document.ts';
import { actorsMeant, complementOf, contentTargets, others, speakersIn } from '../frames/content.ts';
import { governedBy, governor } from '../frames/roles.ts';
import type { Rule } from './rule.ts';
import { isReady } from './threat.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const promising = set('promise pledge offer undertake volunteer consent commit vow swear');
/** Of what is only planned, what yields or helps. */
const planning = set('decide plan intend');
/** What one side can promise another: yielding, opening, sharing, helping. */
const cooperative = set(
  'allow permit let evacuate release free open reopen re-open lift ease grant host share extradite join cooperate recognise recognize ratify sign disarm accept mediate hand send provide give help assist withdraw resume restore continue support meet negotiate protect stop democratize democratise reform talk hold visit forgive surrender resign return discuss drop abandon end consider build finance fund',
);
/** Of those, what no other rule tells when it lies ahead: "will allow refugees to return". */
const aheadAlone = set(
  'allow permit let evacuate open reopen re-open lift ease grant share extradite recognise recognize ratify disarm accept cooperate help join',
);
const offered = set(
  'formula plan proposal offer mediation invitation resolution condition compromise settlement concession troop help support assistance mediator term peace amnesty solution',
);

/** "promised to democratise", "is willing to withdraw", "offered its troops", "accepted the plan": readiness told, PLOVER AGREE. */
export const pledge: Rule = {
  name: 'pledge',
  find: (line, story) =>
    line.clauses.flatMap((clause): Candidate[] => {
      if (!pledges(clause, line)) return [];
      const speakers = clause.verb.passive
        ? actorsOf(clause.subject, line, story)
        : speakersIn(clause, line, story);
      if (speakers.length === 0) return [];
      const act = complementOf(clause, line);
      if (truceMentions(line).some(({ kind }) => kind !== 'anaphor')) return [];
      const meant = [
        ...actorsMeant(clause.patients, line, story),
        ...actorsMeant(governedBy(clause, 'to', 'with', 'for', 'in', 'from', 'on'), line, story),
        ...(act ? contentTargets(act, line, story) : []),
        ...(act ? actorsOf(act.subject, line, story) : []),
      ];
      return [
        candidate({
          rule: pledge.name,
          line,
          ...rangeOf(line, clause.verb),
          ...(act && act.verb.first - clause.verb.last < 4
            ? { end: line.tokens[act.verb.last]?.end ?? line.end }
            : {}),
          type: 'statement',
          clause,
          initiators: speakers,
          recipients: others(meant, speakers),
          reality: 'actual',
          codes: { plover: 'AGREE', cameo: '030' },
        }),
      ];
    }),
};

function pledges(clause: Clause, line: Line): boolean {
  const { lemma, negated, modal, tense, form, passive } = clause.verb;
  if (negated || clause.marker === 'if' || form === 'infinitive') return false;
  const above = governor(clause, line)?.verb.lemma;
  const toldAhead = modal === 'would' && (above === 'say' || above === 'announce' || above === 'tell');
  if (tense === 'future' || toldAhead) return aheadAlone.has(lemma);
  if (lemma === 'be') {
    const act = complementOf(clause, line)?.verb;
    return act?.form === 'infinitive' && cooperative.has(act.lemma) && isReady(clause, line);
  }
  if (lemma === 'prepare' && passive) {
    const act = complementOf(clause, line)?.verb;
    return act?.form === 'infinitive' && cooperative.has(act.lemma);
  }
  if (modal) return false;
  if (lemma === 'accept' || lemma === 'offer') if (namesOffer(clause, line)) return true;
  const act = complementOf(clause, line)?.verb;
  if (planning.has(lemma)) return act?.form === 'infinitive' && aheadAlone.has(act.lemma) && !act.negated;
  if (!promising.has(lemma)) return false;
  return act?.form === 'infinitive' && cooperative.has(act.lemma) && !act.negated;
}

/** "accepted the plan", "an African mediation effort", "offered concessions". */
function namesOffer(clause: Clause, line: Line): boolean {
  return clause.patients.some((phrase) =>
    line.tokens
      .slice(phrase.first, phrase.last + 1)
      .some((token) => token.upos === 'NOUN' && offered.has(token.lemma.toLowerCase())),
  );
}
