import type { Clause } from '@trucewatch/language';
import type { CeasefireStep, Reality } from '@trucewatch/schema';
import type { Line } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { governor, particle } from '../frames/roles.ts';
import { offering } from './offer-nouns.ts';
import type { Token } from './truce-slots.ts';
import { asking, byObject, byParticle, byPreposition, pledging } from './truce-verbs.ts';

/** What a verb makes of a truce: the step, the clause that tells it, and whether it happened. */
export interface Frame {
  step: CeasefireStep;
  clause: Clause | null;
  reality: Reality;
  /** The noun that tells the step, where one does: "violations", "proposal". */
  noun?: Token | null;
}

const willing = /^(?:will|would|can|could)$/u;

/** The particle that belongs to the verb in the tree, else the word after it. */
export function particleOf(clause: Clause, line: Line): string {
  const verb = line.tree.tokens[clause.verb.head];
  const own = (verb && line.tree.child(verb, 'compound:prt')?.lower) ?? particle(clause, line);
  // "brushed the offer aside": behind the object.
  const last = clause.verb.passive ? undefined : clause.objects.at(-1)?.last;
  const behind = last === undefined ? undefined : line.tokens[last + 1]?.lower;
  return behind && behindObject.has(behind) ? behind : own;
}

const behindObject = new Set(['aside', 'away', 'off', 'down', 'up']);

const accusing = new Set(['accuse', 'blame', 'suspect']);

/** "Neither side was accused of breaking it", "nobody has ended it". */
export function isNobodys(clause: Clause, line: Line): boolean {
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
  const head = line.tree.headOf(verb);
  // "renewed his offer to prolong it": the tree may hang the infinitive on the verb.
  const before = line.tree.tokens[clause.verb.first - 1];
  const noun = head?.upos === 'NOUN' || clause.verb.form !== 'infinitive' ? head : before;
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
  // "turned a deaf ear to the calls".
  if (
    preposition === 'to' &&
    lemma === 'turn' &&
    clause.objects.some(({ head }) => line.tokens[head]?.lower === 'ear')
  )
    return 'rejected';
  // "turns down the offer" may be read with a preposition.
  if (byParticle[`${lemma} ${preposition}`] === 'rejected') return clause.verb.negated ? null : 'rejected';
  return byPreposition[`${lemma} ${preposition}`] === 'agreed' &&
    line.tree.headOf(noun)?.index === clause.verb.head
    ? clause.verb.negated
      ? 'rejected'
      : 'agreed'
    : null;
}
