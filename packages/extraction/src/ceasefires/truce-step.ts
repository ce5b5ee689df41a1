import type { Clause } from '@trucewatch/language';
import type { CeasefireStep, Reality } from '@trucewatch/schema';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { governor, particle, tail } from '../frames/roles.ts';
import { dealNouns, offering, talkNouns } from './offer-nouns.ts';
import type { Slot, Token } from './truce-slots.ts';
import { asking, byObject, byParticle, byPreposition, bySubject, pledging } from './truce-verbs.ts';

/** What a verb makes of a truce: the step, the clause that tells it, and whether it happened. */
export interface Frame {
  step: CeasefireStep;
  clause: Clause | null;
  reality: Reality;
  /** The noun that tells the step, where one does: "violations", "proposal". */
  noun?: Token | null;
}

const willing = /^(?:will|would|can|could)$/u;
const restoring = new Set(['restore', 'reinstate', 'reestablish', 're-establish']);
const brokering = new Set([
  'negotiate',
  'mediate',
  'broker',
  'arrange',
  'facilitate',
  'work',
  'hammer',
  'thrash',
]);
const void_ = /^(?:\w+ ){0,2}(?:over|dead|finished|ended|null|void|invalid|at an end)\b/u;

/** The step that a clause tells of the noun in one of its slots. */
export function stepOf(slot: Slot, line: Line, lastToken: number): Frame | null {
  const { clause } = slot;
  if (!clause) return null;
  if (slot.as === 'subject') return subjectStep(clause, line);
  if (slot.as === 'object') return objectStep(clause, line, lastToken);
  return slot.as === 'oblique' ? obliqueStep(clause, slot, line) : null;
}

function objectStep(clause: Clause, line: Line, lastToken: number): Frame | null {
  const { lemma, passive } = clause.verb;
  const progressive = clause.verb.form === 'finite' && line.tokens[clause.verb.head]?.xpos === 'VBG';
  if (progressive && brokering.has(lemma)) return null;
  const after = line.tokens
    .slice((passive ? clause.verb.last : lastToken) + 1, lastToken + 6)
    .map((token) => token.lower)
    .join(' ');
  if (/^(?:declare|consider|regard|pronounce|call|deem)$/u.test(lemma) && void_.test(after))
    return adjusted('terminated', clause, line);
  if (/^(?:recogni[sz]e|respect|observe|honou?r|uphold|accept)$/u.test(lemma) && isNoLonger(clause, line))
    return { step: 'terminated', clause, reality: 'actual' };
  const step =
    byParticle[`${lemma} ${particleOf(clause, line)}`] ??
    (passive
      ? (passiveOnly(clause, line) ??
        byPreposition[`${lemma} ${line.tokens[clause.verb.last + 1]?.lower ?? ''}`])
      : null) ??
    (/^(?:end|lift)$/u.test(lemma) && !passive ? 'terminated' : undefined) ??
    (lemma === 'put' && /^on hold\b/u.test(after) ? 'suspended' : undefined) ??
    (lemma === 'bring' && particleOf(clause, line) === 'about' ? 'agreed' : undefined) ??
    byObject.get(lemma);
  if (!step || (step === 'observed' && saysNothing(clause, line))) return null;
  // "extended humanitarian pauses" are long ones.
  if (step === 'extended' && line.tree.tokens[clause.verb.head]?.relation === 'amod') return null;
  const frame = adjusted(step, clause, line);
  return isLost(frame, lemma) ? null : frame;
}

/** "ways to restore the truce": it is not there, and nothing was agreed. */
export function isLost({ step, reality }: Frame, lemma: string): boolean {
  return step === 'agreed' && reality === 'hypothetical' && restoring.has(lemma);
}

/** "conditions for implementing the truce", "is kept in check": no report that it is kept. */
function saysNothing(clause: Clause, line: Line): boolean {
  const { verb } = clause;
  const head = line.tree.headOf(line.tree.tokens[verb.head] as Token);
  if (verb.form !== 'finite' && head?.upos === 'NOUN' && talkNouns.has(head.lemma)) return true;
  return verb.lemma === 'keep' && /^(?:in check|under)\b/u.test(tail(clause, line));
}

function isNoLonger({ verb }: Clause, line: Line): boolean {
  for (let i = Math.max(0, verb.first - 2); i < verb.head; i++)
    if (line.tokens[i]?.lower === 'no' && line.tokens[i + 1]?.lower === 'longer') return true;
  return false;
}

/** "was put in place", "was implemented": it began. */
function passiveOnly(clause: Clause, line: Line): CeasefireStep | null {
  const { lemma } = clause.verb;
  if (lemma === 'dash') return 'collapsed';
  if (lemma === 'put' && /^on hold\b/u.test(tail(clause, line))) return 'suspended';
  if (lemma === 'implement') return 'took_effect';
  if (
    /^(?:put|bring|set)$/u.test(lemma) &&
    /^(?:in|into) (?:place|effect|force|motion)\b/u.test(tail(clause, line))
  )
    return 'took_effect';
  return bySubject.get(lemma) === 'collapsed' ? 'collapsed' : null;
}

/** The particle that belongs to the verb in the tree, else the word after it. */
function particleOf(clause: Clause, line: Line): string {
  const verb = line.tree.tokens[clause.verb.head];
  return (verb && line.tree.child(verb, 'compound:prt')?.lower) ?? particle(clause, line);
}

const bound = new Set(['bind', 'bound', 'commit', 'committed']);

function obliqueStep(clause: Clause, { preposition, noun }: Slot, line: Line): Frame | null {
  const verb = line.tree.tokens[clause.verb.head] as Token;
  const predicate = noun ?? verb;
  const lemma = predicate === verb ? clause.verb.lemma : predicate.lower;
  const noLonger = line.tree
    .children(predicate)
    .some((child) => child.index < predicate.index && /^(?:longer|not|never|n't)$/u.test(child.lower));
  if (bound.has(lemma) && /^(?:by|to)$/u.test(preposition)) {
    if (noLonger || clause.verb.negated || isNoLonger(clause, line))
      return { step: 'terminated', clause, reality: 'actual' };
    return adjusted('observed', clause, line);
  }
  if (/^(?:for|to)$/u.test(preposition) && /^(?:ready|prepared|open|willing)$/u.test(lemma))
    return clause.verb.negated
      ? { step: 'rejected', clause, reality: 'actual' }
      : adjusted('proposed', clause, line);
  const isDeal = clause.patients.some(({ head }) => dealNouns.has(line.tokens[head]?.lemma ?? ''));
  // "an agreement has been reached on a truce": the verb has the deal, the deal has the truce.
  if (isDeal && /^(?:on|for|about)$/u.test(preposition)) {
    const done = byObject.get(lemma);
    if (done === 'agreed' || done === 'declared' || done === 'rejected')
      return adjusted(done === 'declared' ? 'agreed' : done, clause, line);
  }
  if (lemma === 'say' && preposition === 'to' && line.tokens[clause.verb.last + 1]?.lower === 'no')
    return { step: 'rejected', clause, reality: realityOf(clause, line) };
  if (lemma === 'call' && preposition === 'for') {
    const subject = clause.subject.map(({ head }) => line.tokens[head]?.lemma ?? '');
    if (subject.some((noun) => offering.get(noun) === 'proposed'))
      return { step: 'proposed', clause, reality: realityOf(clause, line) };
    if (subject.some((noun) => /^(?:agreement|deal|accord|pact)$/u.test(noun)))
      return { step: 'agreed', clause, reality: realityOf(clause, line) };
  }
  const step =
    byPreposition[`${lemma} ${preposition}`] ??
    byParticle[`${lemma} ${preposition}`] ??
    byPreposition[`${lemma} ${particleOf(clause, line)}`];
  return step && (step !== 'agreed' || lemma !== 'come' || preposition === 'to')
    ? adjusted(step, clause, line)
    : null;
}

const accusing = new Set(['accuse', 'blame', 'suspect']);

/** "Neither side was accused of breaking it", "nobody has ended it". */
function isNobodys(clause: Clause, line: Line): boolean {
  return clause.subject.some(({ first }) =>
    /^(?:no|neither|nobody|none)$/u.test(line.tokens[first]?.lower ?? ''),
  );
}

/** The step under what governs the verb: "urged X to respect the truce" calls for it, "failed to respect it" violates it. */
export function adjusted(step: CeasefireStep, clause: Clause, line: Line): Frame {
  const above = governor(clause, line);
  const reality =
    isNobodys(clause, line) || (above && accusing.has(above.verb.lemma) && isNobodys(above, line))
      ? 'negated'
      : realityOf(clause, line);
  const dependent = clause.verb.form === 'infinitive' || clause.verb.form === 'gerund';
  if (dependent) {
    const offered = overNoun(step, clause, above, line);
    if (offered) return offered;
  }
  const readiness = step === 'agreed' && dependent ? readyAbove(clause, line) : null;
  if (readiness) return { step: 'proposed', clause: readiness, reality: realityOf(readiness, line) };
  if (above && isDemanded(clause, above, line))
    return {
      step: offersRather.has(above.verb.lemma) ? 'proposed' : 'called_for',
      clause: above,
      reality: realityOf(above, line),
    };
  if (above && dependent) {
    const lemma = above.verb.lemma;
    const ready = line.tokens
      .slice(above.verb.head, clause.verb.first)
      .some((token) =>
        /^(?:ready|readiness|willing|willingness|committed|commitment|prepared)$/u.test(token.lower),
      );
    if (step === 'observed' && ready) return { step: 'observed', clause, reality: 'future' };
    if (asking.has(lemma) && step !== 'violated' && step !== 'called_for')
      return { step: 'called_for', clause: above, reality: realityOf(above, line) };
    if (pledging.has(lemma) && (step === 'observed' || step === 'declared'))
      return {
        step: lemma === 'agree' ? 'agreed' : 'observed',
        clause,
        reality: above.verb.negated ? 'negated' : 'actual',
      };
    if (
      /^(?:agree|decide|accept)$/u.test(lemma) &&
      (step === 'extended' || step === 'suspended' || step === 'agreed')
    )
      return { step, clause, reality: above.verb.negated ? 'negated' : realityOf(above, line) };
    if (/^(?:fail|refuse|decline)$/u.test(lemma)) return failing(step, lemma, clause);
    if (/^(?:propose|offer|suggest)$/u.test(lemma))
      return { step: 'proposed', clause: above, reality: realityOf(above, line) };
  }
  if (
    clause.verb.modal &&
    /^(?:must|should)$/u.test(clause.verb.modal) &&
    (step === 'observed' || step === 'agreed' || step === 'extended')
  )
    return { step: 'called_for', clause, reality: 'actual' };
  // "would not accept a truce" refuses it; "did not agree on one" only tells that there is none.
  if (
    step === 'agreed' &&
    clause.verb.negated &&
    clause.agents.length > 0 &&
    willing.test(clause.verb.modal ?? (clause.verb.tense === 'future' ? 'will' : ''))
  )
    return { step: 'rejected', clause, reality: 'actual' };
  if (step === 'observed' && reality === 'negated') return { step: 'violated', clause, reality: 'actual' };
  return { step, clause, reality };
}

/** "is ready to work with mediators to establish a truce", "willing to sign one": an offer. */
function readyAbove(clause: Clause, line: Line): Clause | null {
  let below = clause;
  for (let depth = 0; depth < 3; depth++) {
    const above = governor(below, line);
    if (!above || above.verb.first > below.verb.first) return null;
    for (let i = above.verb.head + 1; i < below.verb.first; i++)
      if (/^(?:ready|willing|prepared|readiness|willingness)$/u.test(line.tokens[i]?.lower ?? ''))
        return above.verb.negated ? null : above;
    below = above;
  }
  return null;
}

const demanding = new Set([
  'demand',
  'insist',
  'request',
  'urge',
  'ask',
  'recommend',
  'require',
  'propose',
  'suggest',
]);
const offersRather = new Set(['propose', 'suggest']);

/** "demanded that both sides agree to a truce": a bare verb after a demand. */
function isDemanded(clause: Clause, above: Clause, line: Line): boolean {
  const { verb } = clause;
  if (!demanding.has(above.verb.lemma) || verb.form !== 'finite' || verb.modal) return false;
  const { xpos } = line.tokens[verb.head] ?? { xpos: '' };
  return clause.marker === 'that' && (xpos === 'VB' || xpos === 'VBP');
}

/** "failed to respect", "refused to sign", "declined to extend". */
function failing(step: CeasefireStep, lemma: string, clause: Clause): Frame {
  if (step === 'observed')
    return { step: lemma === 'fail' ? 'violated' : 'rejected', clause, reality: 'actual' };
  if (lemma !== 'fail' && (step === 'agreed' || step === 'extended'))
    return { step: 'rejected', clause, reality: 'actual' };
  return { step, clause, reality: step === 'agreed' || step === 'extended' ? 'negated' : 'actual' };
}

/** "rejected the proposal to prolong the truce", "calls to respect it": an infinitive below a noun of offering or asking. */
function overNoun(step: CeasefireStep, clause: Clause, above: Clause | null, line: Line): Frame | null {
  const verb = line.tree.tokens[clause.verb.head] as Token;
  const noun = line.tree.headOf(verb);
  if (noun?.upos !== 'NOUN' || step === 'violated' || step === 'collapsed') return null;
  const kind = offering.get(noun.lemma);
  if (!kind) return null;
  const taken = above ? answerOf(above, noun, line) : null;
  if (taken === 'agreed') return { step, clause, reality: above ? realityOf(above, line) : 'actual' };
  if (taken) return { step: taken, clause: above, reality: above ? realityOf(above, line) : 'actual' };
  return { step: kind, clause: above, reality: 'actual' };
}

/** What a clause makes of an offer or a call that is its object: "accepted", "turned down", "ignored". */
export function answerOf(clause: Clause, noun: Token, line: Line): CeasefireStep | null {
  const { lemma } = clause.verb;
  const below = clause.patients.some(({ first, last }) => first <= noun.index && noun.index <= last);
  const key = `${lemma} ${particleOf(clause, line)}`;
  if (below) {
    const step = byParticle[key] ?? byObject.get(lemma);
    if (
      step === 'rejected' ||
      (step === 'violated' && /^(?:ignore|disregard|flout)$/u.test(lemma)) ||
      lemma === 'defy'
    )
      return clause.verb.negated ? null : 'rejected';
    if (/^(?:accept|approve|endorse|adopt|agree|embrace|sign)$/u.test(lemma))
      return clause.verb.negated ? 'rejected' : 'agreed';
    return null;
  }
  const preposition = line.tree.child(noun, 'case')?.lower ?? '';
  // "turns down the offer" may be read with a preposition.
  if (byParticle[`${lemma} ${preposition}`] === 'rejected') return clause.verb.negated ? null : 'rejected';
  return byPreposition[`${lemma} ${preposition}`] === 'agreed' &&
    line.tree.headOf(noun)?.index === clause.verb.head
    ? clause.verb.negated
      ? 'rejected'
      : 'agreed'
    : null;
}

const headlines: ReadonlySet<CeasefireStep> = new Set([
  'agreed',
  'declared',
  'extended',
  'rejected',
  'proposed',
]);

/** What a truce is said to do: "collapsed", "took effect", "is holding". */
export function subjectStep(clause: Clause, line: Line): Frame | null {
  const { verb } = clause;
  const reality = seeming(clause, line);
  if (verb.lemma === 'kick' && particleOf(clause, line) === 'in')
    return { step: 'took_effect', clause, reality };
  if (verb.passive) return objectStep(clause, line, clause.verb.first);
  // A truce does not agree or break anything: "Truce agreed", "The deal, reached on Wednesday, provides …" are passives.
  const bare =
    verb.first === verb.last &&
    /^VB[ND]$/u.test(line.tokens[verb.head]?.xpos ?? '') &&
    clause.objects.length === 0;
  const done = bare && !bySubject.has(verb.lemma) ? byObject.get(verb.lemma) : undefined;
  const broken = done === 'violated' && line.tokens[verb.head]?.xpos === 'VBN';
  if (broken || (done && headlines.has(done))) return { step: done, clause, reality };
  const rest = tail(clause, line);
  const takes =
    (verb.lemma === 'take' && /^(?:\w+ )?(?:effect|hold)\b/u.test(rest)) ||
    (verb.lemma === 'become' && /^effective\b/u.test(rest)) ||
    (verb.lemma === 'get' && /^under ?way\b/u.test(rest)) ||
    (/^(?:come|go|enter|be)$/u.test(verb.lemma) &&
      /^(?:\w+ )?(?:into|in) (?:force|effect|operation)\b/u.test(rest));
  if (takes) return { step: 'took_effect', clause, reality };
  if (
    (/^(?:fall|come)$/u.test(verb.lemma) && /^(?:\w+ )?(?:apart|through)\b/u.test(rest)) ||
    (verb.lemma === 'break' && particle(clause, line) === 'down') ||
    (verb.lemma === 'lie' && /^in (?:tatters|ruins|shreds)/u.test(rest))
  )
    return { step: 'collapsed', clause, reality };
  if (
    (verb.lemma === 'run' && /^out\b/u.test(rest)) ||
    (/^(?:come|draw)$/u.test(verb.lemma) && /^to an end\b/u.test(rest))
  )
    return { step: 'expired', clause, reality };
  if (
    verb.lemma === 'be' &&
    /^(?:\w+ ){0,2}(?:over|dead|in (?:tatters|ruins|shreds)|meaningless|finished)\b/u.test(rest)
  )
    return { step: 'collapsed', clause, reality };
  if (verb.lemma === 'be' && /^(?:\w+ ){0,2}(?:in place|precarious|fragile|holding|intact)\b/u.test(rest))
    return { step: 'observed', clause, reality };
  if (
    verb.lemma === 'end' &&
    (clause.objects.length > 0 ||
      /^[^,;.:]{0,44}\b(?:fighting|war|hostilities|conflict|bloodshed|clashes|violence|offensive|siege)\b/u.test(
        line.source
          .slice(rangeOf(line, verb).end + 1, Math.min(line.end, rangeOf(line, verb).end + 60))
          .toLowerCase(),
      ))
  )
    return { step: 'agreed', clause, reality };
  if (verb.lemma === 'set' && /^(?:out|to)/u.test(rest)) return { step: 'agreed', clause, reality: 'actual' };
  const step = bySubject.get(verb.lemma);
  if (!step) return null;
  if (verb.lemma === 'last' && /^(?:only|just|barely|less|no more|a mere)\b/u.test(rest))
    return { step: 'collapsed', clause, reality };
  if (step === 'agreed' && clause.objects.length === 0) return null;
  if (step === 'observed' && reality === 'negated') return { step: 'collapsed', clause, reality: 'actual' };
  if (step === 'observed' && verb.form === 'infinitive' && governor(clause, line)?.verb.lemma === 'fail')
    return { step: 'collapsed', clause, reality: 'actual' };
  if (verb.lemma === 'fail' && /^to\b/u.test(rest)) return null;
  if (verb.lemma === 'end' && /^up\b/u.test(rest)) return null;
  if (/^(?:remain|stay)$/u.test(verb.lemma) && isOtherwise(clause, line)) return null;
  return { step, clause, reality };
}

/** "remains elusive", "remains vague": it says nothing of holding. */
function isOtherwise(clause: Clause, line: Line): boolean {
  const verb = line.tree.tokens[clause.verb.head];
  const predicate =
    verb &&
    line.tree
      .children(verb, 'xcomp', 'advmod')
      .find(({ index, upos }) => index > verb.index && upos === 'ADJ');
  return (
    predicate !== undefined &&
    !/^(?:intact|stable|unbroken|valid|fragile|precarious|shaky|tenuous|firm|effective|calm)$/u.test(
      predicate.lower,
    )
  );
}

/** "appears to be holding" is told as a fact, with care. */
function seeming(clause: Clause, line: Line): Reality {
  const above = governor(clause, line);
  if (clause.verb.form === 'infinitive' && above && /^(?:appear|seem)$/u.test(above.verb.lemma))
    return realityOf(above, line);
  const before =
    line.tokens[clause.verb.first - 1]?.lower === 'to' ? clause.verb.first - 2 : clause.verb.first - 1;
  // "is due to expire" may be read as "due to" and a noun.
  if (/^(?:due|set|scheduled|slated|expected)$/u.test(line.tokens[before]?.lower ?? '')) return 'future';
  return realityOf(clause, line);
}
