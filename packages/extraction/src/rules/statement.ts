import type { Clause } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import { type ActorRef, union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { withContent } from '../codes/content-modes.ts';
import { canAct, nounActOf, speechActsOf, typeOfAct } from '../codes/speech-acts.ts';
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
import { somePeople } from '../frames/forces.ts';
import { realityOf } from '../frames/reality.ts';
import { doers, governedBy, governor } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';
import { fits, governedActors } from './speech-object.ts';
import { duty, refusal } from './told-demand.ts';

/** "condemned the attack", "asked Russia for help", "said that Sudan must return it": a speech act between actors. */
export const statement: Rule = {
  name: 'statement',
  find: (line, story) => line.clauses.flatMap((clause) => fromClause(clause, line, story)),
};

const special = new Set(['find', 'quit', 'leave', 'participate', 'take']);

function fromClause(clause: Clause, line: Line, story: Story): Candidate[] {
  const { verb } = clause;
  if (verb.modal === 'must' || verb.modal === 'should') return duty(clause, line, story);
  if (verb.negated) return refusal(clause, line, story);
  if ((!canAct(verb.lemma) && !special.has(verb.lemma)) || !isSaid(clause, line)) return [];
  // "hacked to death" with blades.
  if (verb.lemma === 'hack' && (governedBy(clause, 'to').length > 0 || somePeople(clause.patients, line)))
    return [];
  const codes = lightVerbAct(clause, line) ?? null;
  if (codes) return made(clause, line, story, codes);
  const done = specialAct(clause, line);
  if (done) return made(clause, line, story, done);
  const key = verbKey(clause, line);
  const acts = speechActsOf(key);
  const own = acts.length > 0 ? acts : speechActsOf(verb.lemma);
  for (const act of own) {
    const found = act && fits(act, clause, line, story) ? made(clause, line, story, act.codes) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** "was found guilty", "the premier quit", "quit the Commonwealth". */
function specialAct(clause: Clause, line: Line): EventCodes | undefined {
  const { lemma } = clause.verb;
  if (
    lemma === 'find' &&
    line.tokens.slice(clause.verb.head + 1, clause.verb.head + 6).some(({ lower }) => lower === 'guilty')
  )
    return { plover: 'SANCTION', ploverMode: 'convict', cameo: '116' };
  if (lemma !== 'quit' && lemma !== 'leave') return undefined;
  const heads = headLemmas(clause.patients, line);
  if (heads.some((head) => posts.has(head)) || (lemma === 'quit' && heads.length === 0))
    return { plover: 'RETREAT', ploverMode: 'resign', cameo: '0831' };
  const body = clause.patients.some(({ first, last }) =>
    line.actors.some(
      ({ id, start, end }) =>
        id.startsWith('org:') &&
        start >= (line.tokens[first]?.start ?? 0) &&
        end <= (line.tokens[last]?.end ?? 0),
    ),
  );
  return body ? { plover: 'SANCTION', ploverMode: 'withdraw', cameo: '161' } : undefined;
}

const posts = new Set(['post', 'office', 'job', 'cabinet', 'government', 'position', 'leadership']);

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

/** "crossing" is tagged a verb as often as a noun. */
const nominal = new Set(['NOUN', 'PROPN', 'VERB']);

/** The act that a verb and its object make together: "lodged a complaint", "imposed a curfew". */
function lightVerbAct(clause: Clause, line: Line): EventCodes | undefined {
  const key = verbKey(clause, line);
  if (lemmaOfSharing(clause, line)) return sharedAct(clause, line);
  const leaving = key === 'pull_out' || key === 'walk_out' || key === 'withdraw';
  const direct = objectsOf(clause, line);
  const objects = leaving ? [...direct, ...governedBy(clause, 'of', 'from', 'out')] : direct;
  for (const phrase of objects)
    for (let at = phrase.first; at <= phrase.extent; at++) {
      const noun = line.tokens[at];
      if (!noun || !nominal.has(noun.upos)) continue;
      const martial = noun.lower === 'law' && line.tokens[at - 1]?.lower === 'martial';
      const lemma = martial ? 'martial_law' : noun.lemma.toLowerCase();
      const codes =
        nounActOf(clause.verb.lemma, lemma) ?? nounActOf(key, lemma) ?? nounActOf(key, noun.lower);
      const phoned = lemma === 'call' && phones.has(line.tokens[at - 1]?.lower ?? '');
      if (codes && !phoned) return codes;
      if (at > phrase.last) break;
    }
  return undefined;
}

/** "took part in exercises", "participated in a drill". */
function lemmaOfSharing(clause: Clause, line: Line): boolean {
  const { lemma } = clause.verb;
  return lemma === 'participate' || (lemma === 'take' && line.tokens[clause.verb.head + 1]?.lower === 'part');
}

function sharedAct(clause: Clause, line: Line): EventCodes | undefined {
  return headLemmas(governedBy(clause, 'in'), line)
    .map((head) => nounActOf('hold', head))
    .find((codes) => codes !== undefined);
}

const phones = new Set(['phone', 'telephone', 'video']);

function made(clause: Clause, line: Line, story: Story, codes: EventCodes): Candidate[] {
  const opposed = clause.verb.passive && clause.verb.lemma === 'oppose' && clause.agents.length === 0;
  const speakers = opposed ? actorsOf(clause.subject, line, story) : speakersOf(clause, line, story);
  const direct = opposed ? [] : actorsMeant(objectsOf(clause, line), line, story);
  const meant = [...direct];
  if (meant.length === 0) union(meant, governedActors(clause, line, story));
  if (meant.length === 0) union(meant, contentActors(clause, line, story));
  const recipients = others(meant, speakers);
  // "a curfew was imposed in Srinagar": a decree without its maker has at least a place.
  const decreed =
    clause.verb.passive &&
    (codes.plover === 'COERCE' || codes.plover === 'CONCEDE') &&
    line.places.length > 0;
  if (speakers.length === 0 && !decreed && (!clause.verb.passive || recipients.length === 0)) return [];
  return [
    candidate({
      rule: statement.name,
      line,
      ...rangeOf(line, clause.verb),
      type: typeOfAct(codes),
      clause,
      initiators: speakers,
      recipients,
      reality: typeOfAct(codes) === 'statement' ? 'actual' : realityOf(clause, line),
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
