import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { governor } from '../frames/roles.ts';
import { dealNouns, offering } from './offer-nouns.ts';
import { adjusted, type Frame, particleOf } from './truce-adjust.ts';
import { isNoLonger, objectStep } from './truce-object.ts';
import type { Slot, Token } from './truce-slots.ts';
import { isHopeLost, subjectStep } from './truce-subject.ts';
import { byObject, byParticle, byPreposition } from './truce-verbs.ts';

/** The step that a clause tells of the noun in one of its slots. */
export function stepOf(slot: Slot, line: Line, lastToken: number): Frame | null {
  const { clause } = slot;
  if (!clause) return slot.noun?.lower === 'part' ? partlessStep(slot.noun, line) : null;
  if (slot.as !== 'oblique' && isHopeLost(clause, line))
    return { step: 'collapsed', clause, reality: 'actual' };
  if (slot.as === 'subject') return subjectStep(clause, line);
  if (slot.as === 'object') return objectStep(clause, line, lastToken);
  return slot.as === 'oblique' ? obliqueStep(clause, slot, line) : null;
}

/** "put their signatures to a truce", "gave its consent to a ceasefire": who does agrees. */
function givesName(clause: Clause, line: Line): boolean {
  if (clause.verb.lemma === 'shake')
    return clause.objects.some(({ head }) => line.tokens[head]?.lower === 'hands');
  const kinds = /^(?:put|set|affix|append|attach|lend|add)$/u.test(clause.verb.lemma)
    ? /^(?:names?|signatures?|seals?|hands?|initials)$/u
    : clause.verb.lemma === 'give'
      ? /^(?:consent|assent|approval|agreement|blessing|nod|backing|light|go-ahead)$/u
      : null;
  return kinds !== null && clause.patients.some(({ head }) => kinds.test(line.tokens[head]?.lower ?? ''));
}

/** "wants no part in it", "vowed to have no part of the truce". */
function hasNoPart(clause: Clause, line: Line): boolean {
  return (
    /^(?:have|want|take|play)$/u.test(clause.verb.lemma) &&
    clause.objects.some(
      ({ first, head }) => line.tokens[head]?.lower === 'part' && line.tokens[first]?.lower === 'no',
    )
  );
}

/** The same where the tree hangs the truce on "part". */
function partlessStep(part: Token, line: Line): Frame | null {
  const clause = line.clauses.find(
    (other) => other.objects.some(({ head }) => head === part.index) && hasNoPart(other, line),
  );
  return clause ? { step: 'rejected', clause: whoSays(clause, line), reality: 'actual' } : null;
}

function whoSays(clause: Clause, line: Line): Clause {
  const above = clause.verb.form === 'infinitive' ? governor(clause, line) : null;
  return above ?? clause;
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
  if (preposition === 'on' && clause.verb.lemma === 'shake' && givesName(clause, line))
    return adjusted('agreed', clause, line);
  if (
    preposition === 'on' &&
    lemma === 'pour' &&
    clause.objects.some(({ head }) => line.tokens[head]?.lower === 'water')
  )
    return { step: 'rejected', clause, reality: 'actual' };
  if (lemma === 'hear' && preposition === 'of' && clause.verb.negated)
    return { step: 'rejected', clause, reality: 'actual' };
  if (preposition === 'to' && givesName(clause, line)) return adjusted('agreed', clause, line);
  if ((preposition === 'in' || preposition === 'of') && hasNoPart(clause, line))
    return { step: 'rejected', clause: whoSays(clause, line), reality: 'actual' };
  const isDeal = clause.patients.some(({ head }) => dealNouns.has(line.tokens[head]?.lemma ?? ''));
  // "an agreement has been reached on a truce": the verb has the deal, the deal has the truce.
  if (isDeal && /^(?:on|for|about)$/u.test(preposition)) {
    const done = byObject.get(lemma);
    if (done === 'agreed' || done === 'declared' || done === 'rejected')
      return adjusted(done === 'declared' ? 'agreed' : done, clause, line);
  }
  const word = line.tokens[clause.verb.last + 1]?.lower;
  if (lemma === 'say' && preposition === 'to' && (word === 'no' || word === 'yes'))
    return { step: word === 'no' ? 'rejected' : 'agreed', clause, reality: realityOf(clause, line) };
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
