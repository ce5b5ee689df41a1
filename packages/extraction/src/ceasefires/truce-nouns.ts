import type { Clause } from '@trucewatch/language';
import type { CeasefireStep, Reality } from '@trucewatch/schema';
import type { Line } from '../document.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { dealNouns, talkNouns } from './offer-nouns.ts';
import { answerOf, type Frame } from './truce-adjust.ts';
import type { TruceMention } from './truce-mentions.ts';
import { clauseAround } from './truce-nearby.ts';
import { type Slot, slotsOf, type Token } from './truce-slots.ts';
import { stepOf } from './truce-step.ts';
import { byNoun } from './truce-verbs.ts';

/** "a ceasefire proposal", "truce violations": the noun after the truce, and what a verb makes of it. */
export function compoundFrames(step: CeasefireStep, mention: TruceMention, line: Line): Frame[] {
  const noun = line.tree.tokens[mention.last + 1];
  const clause = clauseAround(mention, line);
  const plain = { step, clause, reality: nounReality(step, mention, clause, line, noun), noun: noun ?? null };
  return noun ? withAnswer(plain, noun, line) : [plain];
}

/** What the verbs that have a noun of offering, of deals or of change as their object make of it. */
function verbOver(step: CeasefireStep, noun: Token, line: Line): Frame | null {
  for (const slot of slotsOf(noun, line)) {
    if (!slot.clause) continue;
    const answer = answerOf(slot.clause, noun, line);
    const offered = step === 'proposed' || step === 'called_for';
    if (offered && answer)
      return { step: answer, clause: slot.clause, reality: realityOf(slot.clause, line) };
    if (step === 'called_for' && slot.as !== 'subject')
      return { step, clause: slot.clause, reality: 'actual' };
    const told = stepOf(slot, line, noun.index);
    if (!told) continue;
    if (step === 'agreed') return told;
    if (step === 'extended' || step === 'suspended' || step === 'terminated') {
      const asked = told.step === 'called_for' || told.step === 'proposed' || told.step === 'rejected';
      if (asked) return told;
      return { ...told, step };
    }
    if (step === 'observed' && told.step === 'called_for') return told;
    if (step === 'proposed' && slot.clause.agents.length > 0)
      return { step, clause: told.clause, reality: told.step === 'proposed' ? told.reality : 'actual' };
  }
  return null;
}

/** "violations of the truce", "calls for a ceasefire", "agreement on a truce": the noun on which it hangs; null where that tells nothing. */
export function nounFrames(slot: Slot | undefined, mention: TruceMention, line: Line): Frame[] | null {
  const clause = clauseAround(mention, line);
  const linked = slot?.noun ? nounOver(slot.noun, line) : slot?.noun;
  const known = linked && tellsOfTruce(linked);
  const noun = known ? linked : (nounBefore(mention, line) ?? linked);
  const word = noun?.lower ?? '';
  if (noun && mention.kind !== 'anaphor') {
    if (ideas.has(noun.lemma)) return ofIdea(noun, line);
    if (talkNouns.has(noun.lemma) && !byNoun.has(word)) {
      const none = line.tree.child(noun, 'det')?.lower === 'no' && noun.lemma !== 'talk';
      return none ? [{ step: 'agreed', clause: null, reality: 'negated' }] : [];
    }
    if (dealNouns.has(noun.lemma)) {
      const told = verbOver('agreed', noun, line);
      return told ? [told] : null;
    }
  }
  const entered = entry.test(line.source.slice(Math.max(line.start, mention.start - 40), mention.start));
  const step = entered ? 'took_effect' : noun && byNoun.get(word);
  if (!step || (mention.kind === 'halt' && step !== 'called_for')) return null;
  if (step === 'observed' && noun && isWatched(noun, line)) return [];
  const reality = step === 'called_for' ? 'actual' : nounReality(step, mention, clause, line, noun);
  const plain = { step, clause, reality, noun: noun ?? null };
  return noun && byNoun.has(word) ? withAnswer(plain, noun, line) : [plain];
}

function tellsOfTruce(noun: Token): boolean {
  return byNoun.has(noun.lower) || talkNouns.has(noun.lemma) || dealNouns.has(noun.lemma);
}

/** "the proposal of the president of the States of a truce": the tree may hang the truce on the last of several nouns. */
function nounOver(noun: Token, line: Line): Token {
  let above: Token | undefined = noun;
  for (let depth = 0; above && depth < 4; depth++) {
    if (tellsOfTruce(above)) return above;
    above = above.relation === 'nmod' ? line.tree.headOf(above) : undefined;
  }
  return noun;
}

const watching: ReadonlySet<string> = new Set(
  'ensure monitor guarantee verify oversee control supervise check enforce watch'.split(' '),
);

/** "troops to ensure compliance with the truce", "control over its observance": nobody says that it is kept. */
function isWatched(noun: Token, line: Line): boolean {
  const above = line.tree.headOf(noun);
  return (
    above !== undefined && (watching.has(above.lemma) || (noun.relation === 'nmod' && above.upos === 'NOUN'))
  );
}

const ideas: ReadonlySet<string> = new Set([
  'idea',
  'possibility',
  'notion',
  'prospect',
  'suggestion',
  'option',
]);

/** "dismissed the idea of a truce", "floated the idea": an idea tells nothing until somebody takes it up or turns it down. */
function ofIdea(noun: Token, line: Line): Frame[] {
  return slotsOf(noun, line).flatMap((slot): Frame[] => {
    const frame = slot.as === 'subject' ? null : stepOf(slot, line, noun.index);
    return frame && (frame.step === 'proposed' || frame.step === 'rejected') ? [frame] : [];
  });
}

/** "no violations", "no reports of violations". */
function none(noun: Token | null | undefined, line: Line): boolean {
  if (!noun) return false;
  const above = line.tree.headOf(noun);
  const isNone = (token: Token) => line.tree.child(token, 'det')?.lower === 'no';
  return isNone(noun) || (noun.relation === 'nmod' && above !== undefined && isNone(above));
}

/** An offer is made, whatever comes of it. */
function nounReality(
  step: CeasefireStep,
  mention: TruceMention,
  clause: Clause | null,
  line: Line,
  noun?: Token | null,
): Reality {
  const reality = none(noun, line) ? 'negated' : nominalReality(line, mention.start, clause);
  return step === 'proposed' && reality === 'hypothetical' ? 'actual' : reality;
}

/** An offer or a call that is answered was made: both are told. Any other noun is told by its verb alone. */
function withAnswer(plain: Frame, noun: Token, line: Line): Frame[] {
  const told = verbOver(plain.step, noun, line);
  if (!told) return [plain];
  const answered = told.step === 'rejected' || told.step === 'agreed';
  const offered = plain.step === 'proposed' || plain.step === 'called_for';
  return answered && offered && told.reality === 'actual'
    ? [
        { ...plain, clause: null, reality: 'actual' },
        { ...told, noun },
      ]
    : [{ ...told, noun }];
}

const skipped = new Set(['the', 'a', 'an', 'its', 'their', 'any', 'immediate', 'this']);
const linking = new Set(['of', 'to', 'for', 'from', 'with', 'on']);

/** The noun before the preposition, by the words alone: for sentences whose tree puts the truce elsewhere. */
function nounBefore(mention: TruceMention, line: Line): Token | null {
  const { tokens } = line.tree;
  let at = mention.first - 1;
  while (at > 0 && skipped.has(tokens[at]?.lower ?? '')) at--;
  if (!linking.has(tokens[at]?.lower ?? '')) return null;
  const noun = tokens[at - 1];
  return noun && noun.upos !== 'VERB' && byNoun.has(noun.lower) ? noun : null;
}

const entry = /\bentry in(?:to)? (?:force|effect) of (?:(?:the|a|an|this) )?$/iu;
