import type { Clause, Phrase, Token } from '@trucewatch/language';
import type { EventCodes } from '@trucewatch/schema';
import { type ActorRef, union } from '../actors/actor-ref.ts';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { type Line, rangeOf } from '../document.ts';
import { verbKey } from '../frames/content.ts';
import { nominalRoles } from '../frames/nominal.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { agentsOf, governedBy } from '../frames/roles.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const meeting = set('meet negotiate confer phone telephone telephon visit consult huddle mediate shuttle');
const nouns = set(
  'talk talks negotiation meeting summit consultation conversation discussion contact dialogue mediation visit parley call round mission',
);
const holding = set(
  'hold have begin start conduct resume continue attend host conclude open convene arrange pay make launch undertake renew enter join end finish complete restart carry wrap chair mediate',
);
/** Verbs of which talks themselves are the subject. */
const running = set(
  'begin start resume continue end conclude open take fail collapse stall last go produce hold break get founder adjourn yield kick',
);
const travelling = set('arrive travel fly go come return head leave depart');
/** Who may sit at a table without a name: "the delegations met". */
const negotiators = set(
  'negotiator delegation mediator envoy minister leader diplomat side party representative official president delegate chief premier general commander elder',
);

const phone: EventCodes = { plover: 'CONSULT', ploverMode: 'phone', cameo: '041' };
const visit: EventCodes = { plover: 'CONSULT', ploverMode: 'visit', cameo: '042' };
const mediation: EventCodes = { plover: 'CONSULT', ploverMode: 'third-party', cameo: '045' };
const negotiation: EventCodes = { plover: 'CONSULT', cameo: '046' };
const consultation: EventCodes = { plover: 'CONSULT', cameo: '040' };

/** "met in Geneva", "spoke by phone with", "held talks", "arrived on a visit": who sits at one table or on one line. */
export const talksVerb: Rule = {
  name: 'talks-verb',
  find: (line, story) => line.clauses.flatMap((clause) => fromClause(clause, line, story)),
};

function fromClause(clause: Clause, line: Line, story: Story): Candidate[] {
  const codes = codesOfClause(clause, line);
  if (!codes) return [];
  const parties: ActorRef[] = [];
  const { passive, lemma } = clause.verb;
  union(parties, actorsOf(passive ? clause.agents : clause.subject, line, story));
  union(parties, actorsOf(clause.objects, line, story));
  // "West African mediators will try to bring the foes together".
  if (codes === mediation && lemma === 'bring') return brought(clause, line, story, parties);
  if (clause.verb.negated && (lemma === 'speak' || lemma === 'talk')) return [];
  const others = actorsOf(governedBy(clause, 'with', 'to', 'between', 'among', 'by'), line, story);
  union(parties, others);
  if (travelling.has(lemma)) union(parties, actorsOf(governedBy(clause, 'for', 'in'), line, story));
  const known = parties.some((actor) => actor.id !== undefined) || officials(clause, line);
  // "Talks go on" in a story of two sides: the refiners name them.
  const going =
    parties.length === 0 &&
    sessionIn(clause.subject, line) !== undefined &&
    (story.pair !== null ||
      (line.places.length > 0 &&
        clause.subject.some(
          ({ first, head }) =>
            first === head && /^(?:talks|negotiations)$/u.test(line.tokens[head]?.lower ?? ''),
        )) ||
      clause.subject.some(({ first, head }) =>
        line.tokens.slice(first, head).some(({ lower }) => ofPeace.test(lower)),
      ));
  if (!going && (!known || parties.length === 0)) return [];
  // "the chef visited Paris": somebody of politics goes, or it is a journey.
  if (
    codes === visit &&
    !officials(clause, line) &&
    !actorsOf(clause.agents, line, story).some(({ id }) => id !== undefined)
  )
    return [];
  if (parties.length === 1 && codes === visit && line.places.length === 0) return [];
  return [
    candidate({
      rule: talksVerb.name,
      line,
      ...rangeOf(line, clause.verb),
      type: 'talks',
      clause,
      parties,
      reality: realityOf(clause, line),
      codes,
    }),
  ];
}

const ofPeace = /^(?:peace|ceasefire|cease-fire|truce|armistice|disarmament)$/u;

/** Who brings the sides together mediates. */
function brought(clause: Clause, line: Line, story: Story, parties: readonly ActorRef[]): Candidate[] {
  const mediators = actorsOf(clause.verb.passive ? clause.agents : agentsOf(clause, line), line, story);
  return [
    candidate({
      rule: talksVerb.name,
      line,
      ...rangeOf(line, clause.verb),
      type: 'talks',
      clause,
      parties: parties.filter((party) => !mediators.some((other) => other.start === party.start)),
      mediators,
      reality: realityOf(clause, line),
      codes: mediation,
    }),
  ];
}

/** "officials were meeting": without a counterpart anybody in office meets all day. */
const anyOffice = set('official officials');

function officials(clause: Clause, line: Line): boolean {
  return clause.subject.some((phrase) => {
    if (anyOffice.has(line.tokens[phrase.head]?.lower ?? '') && phrase.first === phrase.head) return false;
    for (let at = phrase.first; at <= phrase.last; at++)
      if (negotiators.has(line.tokens[at]?.lemma.toLowerCase() ?? '')) return true;
    return false;
  });
}

function codesOfClause(clause: Clause, line: Line): EventCodes | undefined {
  const { lemma, form } = clause.verb;
  if (meeting.has(lemma)) {
    if (form === 'participle' || (lemma === 'meet' && meetsNobody(clause, line))) return undefined;
    if (lemma === 'mediate' && tellsOfDeal(clause, line)) return undefined;
    if (lemma === 'phone' || lemma.startsWith('telephon')) return phone;
    if (lemma === 'visit') return visit;
    if (lemma === 'mediate' || lemma === 'shuttle') return mediation;
    if (lemma === 'negotiate')
      return form === 'gerund' && clause.objects.length > 0 ? undefined : negotiation;
    return consultation;
  }
  if (holding.has(lemma)) {
    const objects = [...clause.objects, ...(clause.verb.passive ? clause.subject : [])];
    const found = sessionIn(objects, line);
    if (found) return found;
  }
  if (running.has(lemma) && !clause.verb.passive) {
    const found = sessionIn(clause.subject, line);
    if (found) return found;
  }
  if (form === 'participle') return undefined;
  if (lemma === 'be') return isOnVisit(clause, line) ? visit : undefined;
  if (lemma === 'speak' || lemma === 'talk') return spoke(clause, line);
  if (lemma === 'discuss') return form === 'finite' && clause.objects.length > 0 ? consultation : undefined;
  if (travelling.has(lemma)) {
    const aims = clause.obliques.filter(({ preposition }) => preposition === 'for' || preposition === 'on');
    return sessionIn(
      aims.flatMap(({ phrases }) => phrases),
      line,
      true,
    )
      ? visit
      : undefined;
  }
  if (lemma === 'bring') return bringsTogether(clause, line) ? mediation : undefined;
  if (lemma === 'send' || lemma === 'dispatch')
    return clause.objects.some((phrase) =>
      emissaries.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? ''),
    )
      ? visit
      : undefined;
  if (
    lemma === 'sit' &&
    governedBy(clause, 'across', 'at', 'around', 'round').some(
      ({ head }) => line.tokens[head]?.lower === 'table',
    )
  )
    return consultation;
  const sitsDown = lemma === 'sit' && verbKey(clause, line) === 'sit_down';
  if (sitsDown && officials(clause, line)) return consultation;
  if (lemma === 'receive' || lemma === 'host' || sitsDown) return received(clause, line);
  return undefined;
}

/** "Oman mediated", "Qatar mediated the truce": it tells who brought about what was told before. */
function tellsOfDeal(clause: Clause, line: Line): boolean {
  if (clause.objects.length === 0 && clause.obliques.length === 0) return true;
  return clause.objects.some(({ head }) =>
    /^(?:deal|agreement|accord|pact|truce|ceasefire|cease-fire|pause|exchange|swap|release)$/u.test(
      line.tokens[head]?.lemma ?? '',
    ),
  );
}

const sides =
  /^(?:foes?|enem(?:y|ies)|rivals?|sides|parties|factions?|adversar(?:y|ies)|belligerents|governments?|rebels?|leaders?|delegations?|negotiators?|ministers?|them)$/u;

/** "bring the foes together", "brought both sides to the table". */
function bringsTogether(clause: Clause, line: Line): boolean {
  const last = clause.objects.at(-1);
  if (!last) return false;
  const known = clause.objects.some(
    (phrase) =>
      sides.test(line.tokens[phrase.head]?.lower ?? '') ||
      line.actors.some(
        ({ start, end }) =>
          start >= (line.tokens[phrase.first]?.start ?? 0) && end <= (line.tokens[phrase.last]?.end ?? 0),
      ),
  );
  const together = line.tokens.slice(last.last + 1, last.last + 3).some(({ lower }) => lower === 'together');
  const table = governedBy(clause, 'to', 'around', 'at').some(
    ({ head }) => line.tokens[head]?.lower === 'table',
  );
  return known && (together || table);
}

/** "met the demands", "met a deadline": no one is met. */
function meetsNobody(clause: Clause, line: Line): boolean {
  return clause.objects.some((phrase) => demands.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? ''));
}

const demands = set(
  'demand condition requirement need deadline obligation target goal standard criterion term commitment death fate resistance challenge',
);

/** A noun of talks among the heads of phrases, with its code. */
function sessionIn(phrases: readonly Phrase[], line: Line, deep = false): EventCodes | undefined {
  for (const phrase of phrases)
    for (let at = phrase.first; at <= Math.max(phrase.last, deep ? phrase.extent : 0); at++) {
      const token = line.tokens[at] as Token;
      if (token.upos === 'NOUN' && nouns.has(token.lemma.toLowerCase())) {
        const found = sessionCodes(token, line);
        if (found) return found;
      }
    }
  return undefined;
}

function sessionCodes(token: Token, line: Line): EventCodes | undefined {
  const before = line.tokens[token.index - 1]?.lower;
  switch (token.lemma.toLowerCase()) {
    case 'call':
    case 'conversation':
      if (before === 'phone' || before === 'telephone' || before === 'video') return phone;
      return token.lemma === 'call' ? undefined : consultation;
    case 'visit':
      return visit;
    case 'mediation':
      return mediation;
    case 'mission':
      return before === 'mediation' || before === 'peace' ? mediation : undefined;
    case 'round':
      return line.tree.subtree(token).some((below) => below.lemma === 'talk' || below.lemma === 'negotiation')
        ? negotiation
        : undefined;
    case 'negotiation':
      return negotiation;
    default:
      return consultation;
  }
}

const media = set(
  'reporter journalist afp reuters cnn bbc press medium media tv television agency newspaper',
);

/** "spoke by phone with", "talked to the minister"; what is said to reporters, or of something, is none. */
function spoke(clause: Clause, line: Line): EventCodes | undefined {
  const listeners = governedBy(clause, 'with', 'to');
  const remote = clause.obliques.some(
    ({ preposition, phrases }) =>
      (preposition === 'by' || preposition === 'over' || preposition === 'on') &&
      phrases.some((phrase) => phones.has(line.tokens[phrase.head]?.lemma.toLowerCase() ?? '')),
  );
  if (remote) return phone;
  if (listeners.length === 0) return undefined;
  const told = listeners.some((phrase) => {
    for (let at = phrase.first; at <= phrase.last; at++)
      if (media.has(line.tokens[at]?.lemma.toLowerCase() ?? '')) return true;
    return false;
  });
  return told || governedBy(clause, 'of').length > 0 ? undefined : consultation;
}

const phones = set('phone telephone hotline video line');
/** "is on a visit to". */
function isOnVisit(clause: Clause, line: Line): boolean {
  const verb = line.tree.tokens[clause.verb.head];
  const predicate = verb?.relation === 'cop' ? line.tree.headOf(verb) : undefined;
  return predicate?.lemma === 'visit' && line.tree.child(predicate, 'case')?.lower === 'on';
}

const emissaries = set('envoy delegation mediator negotiator emissary');
const guests = set(
  'delegation mission envoy minister president leader counterpart ambassador mediator visit',
);

function received(clause: Clause, line: Line): EventCodes | undefined {
  const guest = clause.patients.some((phrase) => {
    const head = line.tokens[phrase.head] as Token;
    return (
      guests.has(head.lemma.toLowerCase()) ||
      line.actors.some((actor) => actor.kind === 'person' && actor.end === head.end) ||
      (head.upos === 'PROPN' && !line.places.some((place) => place.end === head.end))
    );
  });
  return guest ? { plover: 'CONSULT', ploverMode: 'visit', cameo: '043' } : undefined;
}

const nominal = set('talk talks negotiation conversation call meeting summit');

/** "talks between X and Y in Moscow", "a telephone conversation with", "after six hours of talks". */
export const talksNoun: Rule = {
  name: 'talks-noun',
  find: (line, story) => {
    const found: Candidate[] = [];
    for (const token of line.tokens) {
      if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
      if (!nominal.has(token.lemma.toLowerCase())) continue;
      const codes = sessionCodes(token, line);
      if (!codes || (codes === consultation && token.lemma === 'conversation')) continue;
      found.push(...fromNoun(token, line, story, codes));
    }
    return found;
  },
};

function fromNoun(token: Token, line: Line, story: Story, codes: EventCodes): Candidate[] {
  const roles = nominalRoles(line, token.start, token.end, story);
  // "a meeting of the two foreign ministers".
  if (roles.between.length === 0 && roles.patients.length > 1) roles.between.push(...roles.patients);
  const following = line.source.slice(token.end, Math.min(line.end, token.end + 24));
  const placed =
    /^,? (?:in|at|(?:held|conducted|hosted|opened|begun|resumed|scheduled|due|under ?way) (?:in|at)|on) (?:the )?(?:\p{Lu}|\d)/u.test(
      following,
    );
  const brokered =
    line.actors.some(
      (actor) => actor.qualifies === 'broker' && actor.end <= token.start && token.start - actor.end < 30,
    ) || /^,? (?:mediated|led|hosted|brokered|sponsored|facilitated) by\b/u.test(following);
  const lasting = /\b(?:hours?|days?|weeks?|months?|rounds?|night) of (?:\S+ ){0,2}$/iu.test(
    line.source.slice(Math.max(line.start, token.start - 40), token.start),
  );
  // "held its annual meeting in Leeds": a place alone makes talks of no club's meeting.
  const political = token.lemma !== 'meeting' || line.actors.length > 0;
  if (roles.between.length < 1 && !(placed && political) && !brokered && !lasting) return [];
  const clause = line.clauses.filter((other) => other.verb.first < token.index).at(-1) ?? null;
  const start = codes === phone ? (line.tokens[token.index - 1]?.start ?? token.start) : token.start;
  return [
    candidate({
      rule: talksNoun.name,
      line,
      start,
      end: token.end,
      type: 'talks',
      clause,
      nominal: true,
      parties: roles.between,
      reality: nominalReality(line, start, clause),
      codes,
    }),
  ];
}
