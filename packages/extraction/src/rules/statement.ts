import type { Clause } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import { type ActorRef, union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { withContent } from '../codes/content-modes.ts';
import { canAct, nounActOf, type SpeechAct, speechActsOf, typeOfAct } from '../codes/speech-acts.ts';
import { type Line, rangeOf } from '../document.ts';
import {
  actorsMeant,
  complementOf,
  contentTargets,
  headLemmas,
  lemmasAfter,
  objectsOf,
  others,
  speakersIn,
  verbKey,
} from '../frames/content.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import { isVoiced } from './protest.ts';
import type { Rule } from './rule.ts';

/** "condemned the attack", "asked Russia for help", "said that Sudan must return it": a speech act between actors. */
export const statement: Rule = {
  name: 'statement',
  find: (line, story) => line.clauses.flatMap((clause) => fromClause(clause, line, story)),
};

function fromClause(clause: Clause, line: Line, story: Story): Candidate[] {
  const { verb } = clause;
  if (verb.modal === 'must' || verb.modal === 'should') return duty(clause, line, story);
  if (verb.negated) return refusal(clause, line, story);
  if (!canAct(verb.lemma) || !isSaid(clause, line)) return [];
  const codes = lightVerbAct(clause, line) ?? null;
  if (codes) return made(clause, line, story, codes);
  const key = verbKey(clause, line);
  const acts = speechActsOf(key);
  const own = acts.length > 0 ? acts : speechActsOf(verb.lemma);
  for (const act of own) {
    const found = act && fits(act, clause, line, story) ? made(clause, line, story, act.codes) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Told as said: a finite verb, "…, accusing X", "accused by X", or what somebody means or begins to say. */
function isSaid(clause: Clause, line: Line): boolean {
  const { verb } = clause;
  if (verb.modal || verb.negated || verb.tense === 'future' || verb.form === 'participle') return false;
  if (verb.form === 'infinitive') {
    const above = governor(clause, line)?.verb;
    return above !== undefined && continuing.has(above.lemma) && above.modal === null && !above.negated;
  }
  return clause.marker !== 'if' && clause.marker !== 'unless';
}

const continuing = new Set([
  'continue',
  'begin',
  'start',
  'go',
  'decide',
  'move',
  'proceed',
  'send',
  'dispatch',
  'rally',
  'march',
  'demonstrate',
]);

/** The act that a verb and its object make together: "lodged a complaint", "imposed a curfew". */
function lightVerbAct(clause: Clause, line: Line): EventCodes | undefined {
  const key = verbKey(clause, line);
  const leaving = key === 'pull_out' || key === 'walk_out' || key === 'withdraw';
  const direct = objectsOf(clause, line);
  const objects = leaving ? [...direct, ...governedBy(clause, 'of', 'from', 'out')] : direct;
  for (const phrase of objects)
    for (let at = phrase.first; at <= phrase.extent; at++) {
      const noun = line.tokens[at];
      if (noun?.upos !== 'NOUN' && noun?.upos !== 'PROPN') continue;
      const martial = noun.lower === 'law' && line.tokens[at - 1]?.lower === 'martial';
      const lemma = martial ? 'martial_law' : noun.lemma.toLowerCase();
      const codes = nounActOf(clause.verb.lemma, lemma) ?? nounActOf(key, lemma);
      const phoned = lemma === 'call' && phones.has(line.tokens[at - 1]?.lower ?? '');
      if (codes && !phoned) return codes;
      if (at > phrase.last) break;
    }
  return undefined;
}

const phones = new Set(['phone', 'telephone', 'video']);

/** Political matters that an act of speech can be about when no actor is named in its object. */
const matters = new Set(
  'agreement deal accord treaty pact ceasefire truce resolution plan proposal initiative effort decision independence sovereignty right integrity move step release statement request demand call appeal offer invitation bid talk talks negotiation mediation dialogue peace election sanction embargo law bill measure reform policy government opposition rebel regime coup intervention operation strike attack offensive withdrawal deployment force troop peacekeeper observer access visa permission permit entry allocation aid assistance help support asylum refuge election meeting visit resumption tie relation party candidate newspaper website protest demonstration rally organisation organization group movement ultimatum condition concession solution roadmap draft charter verdict ruling idea suggestion'.split(
    ' ',
  ),
);

function fits(act: SpeechAct, clause: Clause, line: Line, story: Story): boolean {
  if (clause.verb.lemma === 'protest') return isVoiced(clause, line);
  if (wishing.has(clause.verb.lemma)) return wishes(clause, line, story);
  if (act.object === 'any') return true;
  const heads = headLemmas(clause.patients, line);
  if (act.object === 'grant') return heads.some((head) => grants.has(head));
  // What an army is told by its own side is no act between actors.
  if (commanding.has(clause.verb.lemma) && heads.some((head) => troops.has(head))) return false;
  if (act.codes.cameo === '112' && !charges(clause, line)) return false;
  if (actorsMeant(clause.patients, line, story).length > 0) return true;
  if (governedActors(clause, line, story).length > 0) return true;
  if (act.object === 'actor') return false;
  const complement = complementOf(clause, line);
  if (complement && complement.link === 'infinitive') return true;
  const phrases = [...clause.patients, ...clause.obliques.flatMap((oblique) => oblique.phrases)];
  return phrases.some((phrase) => matters.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? ''));
}

const grants = new Set(
  'access permission permit visa request entry allocation right passage asylum aid demand leave bail visit'.split(
    ' ',
  ),
);
const commanding = new Set(['order', 'instruct', 'urge', 'ask', 'tell', 'direct']);
const troops = new Set(
  'force troop army soldier unit fighter military commander police navy airforce men'.split(' '),
);

/** "blamed them" goes back to what was told before and is a claim on that; an accusation says of what. */
function charges(clause: Clause, line: Line): boolean {
  if (clause.verb.lemma === 'charge') return governedBy(clause, 'with').length > 0;
  return (
    clause.verb.passive ||
    clause.obliques.some(({ preposition }) => charging.has(preposition)) ||
    line.clauses.some(
      ({ parent, verb }) => parent === clause.index && (verb.form === 'gerund' || verb.form === 'participle'),
    )
  );
}

const charging = new Set(['of', 'for', 'over', 'with']);

const bare = new Set(['VB', 'VBP']);
const wishing = new Set(['want', 'insist']);

/** "wants the president to step down", "insisted that India withdraw": somebody else is to do it. */
function wishes(clause: Clause, line: Line, story: Story): boolean {
  const content = complementOf(clause, line);
  if (!content || !bare.has(line.tokens[content.verb.head]?.xpos ?? '')) return false;
  return others(actorsOf(content.agents, line, story), doers(clause, line, story)).length > 0;
}

function governedActors(clause: Clause, line: Line, story: Story): ActorRef[] {
  return actorsOf(
    governedBy(clause, 'on', 'upon', 'to', 'from', 'against', 'with', 'at', 'of', 'for', 'by'),
    line,
    story,
  );
}

function made(clause: Clause, line: Line, story: Story, codes: EventCodes): Candidate[] {
  const opposed = clause.verb.passive && clause.verb.lemma === 'oppose' && clause.agents.length === 0;
  const speakers = opposed ? actorsOf(clause.subject, line, story) : speakersOf(clause, line, story);
  const direct = opposed ? [] : actorsMeant(clause.patients, line, story);
  const meant = [...direct];
  if (meant.length === 0) union(meant, governedActors(clause, line, story));
  if (meant.length === 0) union(meant, contentActors(clause, line, story));
  const recipients = others(meant, speakers);
  if (speakers.length === 0 && (!clause.verb.passive || recipients.length === 0)) return [];
  return [
    candidate({
      rule: statement.name,
      line,
      ...rangeOf(line, clause.verb),
      type: typeOfAct(codes),
      clause,
      initiators: speakers,
      recipients,
      reality: 'actual',
      codes: withContent(codes, lemmasAfter(clause, line)),
    }),
  ];
}

const papers = new Set([
  'declaration',
  'statement',
  'letter',
  'resolution',
  'note',
  'message',
  'document',
  'communique',
]);

/** Who says it; what a declaration demands is demanded by who issues it. */
function speakersOf(clause: Clause, line: Line, story: Story): ActorRef[] {
  const own = speakersIn(clause, line, story);
  if (own.length > 0 || clause.verb.passive || clause.verb.form === 'finite') return own;
  const above = governor(clause, line);
  const written =
    clause.agents.length === 0 || headLemmas(clause.agents, line).some((head) => papers.has(head));
  return above && written && !above.verb.passive ? doers(above, line, story) : own;
}

/** "demanded that the US cancel its plans": who is to do it. */
function contentActors(clause: Clause, line: Line, story: Story): ActorRef[] {
  const complement = complementOf(clause, line);
  if (!complement) return [];
  const doing = actorsOf(complement.subject, line, story);
  // "refused to meet the envoy": whom the refused act would be done to.
  return complement.link === 'infinitive' && clause.patients.length === 0
    ? contentTargets(complement, line, story)
    : doing;
}

const telling = new Set(
  'say declare reiterate announce insist conclude stress tell state note maintain argue repeat emphasise emphasize underline agree add warn write'.split(
    ' ',
  ),
);

/** "Russia said that Sudan must return the helicopter": a demand on him who must. */
function duty(clause: Clause, line: Line, story: Story): Candidate[] {
  const above = governor(clause, line);
  if (!above || !telling.has(above.verb.lemma) || above.verb.negated || clause.verb.passive) return [];
  const speakers = doers(above, line, story);
  // Government and rebels of one country are two: only the speaker itself is not addressed.
  const addressed = actorsOf(clause.agents, line, story).filter(
    (actor) => !actor.resolvedBy && !speakers.some(({ name }) => name === actor.name),
  );
  if (speakers.length === 0 || addressed.length === 0) return [];
  if (realityOf(above, line) !== 'actual') return [];
  return [
    candidate({
      rule: statement.name,
      line,
      ...rangeOf(line, clause.verb),
      type: 'statement',
      clause: above,
      initiators: speakers,
      recipients: addressed,
      reality: 'actual',
      codes: withContent({ plover: 'REQUEST', cameo: '100' }, [
        clause.verb.lemma,
        ...lemmasAfter(clause, line),
      ]),
    }),
  ];
}

/** What one is asked for and can refuse: "would not meet the demands", "will not recognise the vote". */
const refusable = new Set(
  'meet accept allow negotiate talk withdraw release recognise recognize sign attend take_part back_down yield give surrender agree join lift return participate step_down bow compromise tolerate permit hand_over concede discuss support back'.split(
    ' ',
  ),
);

/** "said it would not meet the demands", "will not negotiate": a refusal told or given. */
function refusal(clause: Clause, line: Line, story: Story): Candidate[] {
  const { verb } = clause;
  const ahead = verb.tense === 'future' || verb.modal === 'would';
  if (!ahead || verb.passive || clause.marker === 'if' || clause.marker === 'unless') return [];
  if (!refusable.has(verbKey(clause, line)) && !refusable.has(verb.lemma)) return [];
  const speakers = doers(clause, line, story);
  if (speakers.length === 0) return [];
  return [
    candidate({
      rule: statement.name,
      line,
      ...rangeOf(line, clause.verb),
      type: 'statement',
      clause,
      initiators: speakers,
      recipients: others(actorsMeant(clause.patients, line, story), speakers),
      reality: 'actual',
      codes: withContent({ plover: 'REJECT', cameo: '120' }, [verb.lemma, ...lemmasAfter(clause, line)]),
    }),
  ];
}
