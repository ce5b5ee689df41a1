import type { Clause } from '@trucewatch/language';
import type { CeasefireStep, Reality } from '@trucewatch/schema';
import { type Candidate, candidate } from '../candidate.ts';
import { compoundStep } from '../ceasefires/compound-step.ts';
import { dealNouns, talkNouns } from '../ceasefires/offer-nouns.ts';
import { opensFor } from '../ceasefires/opens-for.ts';
import { type TruceMention, truceMentions, wordAfter } from '../ceasefires/truce-mentions.ts';
import { giveRoles } from '../ceasefires/truce-roles.ts';
import { headOfMention, type Slot, slotsOf, type Token } from '../ceasefires/truce-slots.ts';
import { adjusted, answerOf, type Frame, isLost, stepOf, subjectStep } from '../ceasefires/truce-step.ts';
import { byNoun, byObject, byPreposition } from '../ceasefires/truce-verbs.ts';
import { type Line, rangeOf } from '../document.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

/** "agreed to a truce", "the truce collapsed", "violations of the ceasefire": a truce and the verb or noun that governs it. */
export const truceFrame: Rule = {
  name: 'truce-frame',
  find: (line, story) =>
    truceMentions(line)
      .filter((mention) => mention.kind !== 'anaphor' || namedBefore(line, story))
      .flatMap((mention) => readMention(mention, line, story)),
};

/** So many sentences after a truce was named "the deal" still means it. */
const namedWithin = 5;

/** "The agreement" means a truce only where one was named in this sentence or shortly before. */
function namedBefore(line: Line, story: Story): boolean {
  const near = story.document.lines.slice(Math.max(0, line.index - namedWithin), line.index + 1);
  return near.some((other) => truceMentions(other).some((mention) => mention.kind !== 'anaphor'));
}

function readMention(mention: TruceMention, line: Line, story: Story): Candidate[] {
  const seen = new Set<string>();
  const frames = framesOf(mention, line).filter((frame) => {
    const key = `${frame.step} ${frame.clause?.index ?? -1}`;
    return !seen.has(key) && seen.add(key);
  });
  return frames.map((frame) => build(frame, mention, line, story));
}

function framesOf(mention: TruceMention, line: Line): Frame[] {
  // "The agreement calls for …" has a verb there.
  const isNoun = line.tokens[mention.last + 1]?.upos !== 'VERB';
  const compound = isNoun ? compoundStep(wordAfter(line, mention)) : null;
  if (compound === 'none') return [];
  if (compound) return compoundFrames(compound, mention, line);
  const slots = slotsOf(headOfMention(mention, line), line);
  const below = slots.find(({ as }) => as === 'noun');
  const named = nounFrames(below, mention, line);
  if (named) return named;
  const drafted =
    /\b(?:draft|proposed)\b/u.test(mention.words) || line.tokens[mention.first - 1]?.lower === 'draft'
      ? slots.find(({ as, clause }) => as === 'object' && clause && submitting.has(clause.verb.lemma))
      : undefined;
  if (drafted?.clause)
    return [{ step: 'proposed', clause: drafted.clause, reality: realityOf(drafted.clause, line) }];
  const told = slots.flatMap((slot) => stepOf(slot, line, mention.last) ?? []);
  const opened = line.clauses.flatMap((clause) =>
    !slots.some((slot) => slot.clause === clause) && opensFor(mention, clause, line)
      ? (subjectStep(clause, line) ?? [])
      : [],
  );
  if (told.length > 0) return [...told, ...opened];
  const absent = absence(mention, slots, line);
  if (absent) return [absent];
  const governed = nearVerb(mention, slots, line);
  const after = governed || below || opened.length > 0 ? null : verbAfter(mention, line);
  return [...(governed ? [governed] : []), ...opened, ...(after ? [after] : [])];
}

const submitting: ReadonlySet<string> = new Set(
  'submit present circulate send hand put deliver table share draw draft'.split(' '),
);

/** "a ceasefire proposal", "truce violations": the noun after the truce, and what a verb makes of it. */
function compoundFrames(step: CeasefireStep, mention: TruceMention, line: Line): Frame[] {
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
function nounFrames(slot: Slot | undefined, mention: TruceMention, line: Line): Frame[] | null {
  const clause = clauseAround(mention, line);
  const linked = slot?.noun;
  const known =
    linked && (byNoun.has(linked.lower) || talkNouns.has(linked.lemma) || dealNouns.has(linked.lemma));
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

const entry = /\bentry into (?:force|effect) of (?:(?:the|a|an|this) )?$/iu;

/** The last clause whose verb stands before the mention. */
function clauseAround(mention: TruceMention, line: Line): Clause | null {
  let found: Clause | null = null;
  for (const clause of line.clauses) if (clause.verb.first < mention.first) found = clause;
  return found;
}

const signs: ReadonlySet<string> = new Set('sign date word hint mention trace'.split(' '));

/** "There was no truce", "no sign of a ceasefire", "it is not a truce": one that is not there. */
function absence(mention: TruceMention, slots: readonly Slot[], line: Line): Frame | null {
  if (mention.kind === 'anaphor' || mention.kind === 'halt') return null;
  const { tree } = line;
  const head = headOfMention(mention, line);
  const above = tree.headOf(head);
  const sign = above && signs.has(above.lemma) ? above : null;
  const none = [head, sign].some((noun) => noun && tree.child(noun, 'det')?.lower === 'no');
  const being = slots.find(
    ({ as, clause }) =>
      clause?.verb.lemma === 'be' &&
      (as === 'object' || line.tokens.some(({ relation }) => relation === 'expl')),
  )?.clause;
  const negated =
    being?.verb.negated === true ||
    (being &&
      line.tokens.slice(being.verb.first, being.verb.last + 2).some(({ lower }) => lower === 'never'));
  if (!none && !(negated && !mention.definite)) return null;
  return { step: 'agreed', clause: being ?? null, reality: 'negated' };
}

const untold: ReadonlySet<string> = new Set(['took_effect', 'collapsed', 'expired', 'observed']);

/** The first verb after the truce, where the tree gave it none: "A TRUCE BETWEEN X AND Y WENT INTO FORCE". */
function verbAfter(mention: TruceMention, line: Line): Frame | null {
  const clause = line.clauses.find(({ verb }) => verb.first > mention.last);
  if (clause?.verb.form !== 'finite' || clause.verb.first - mention.last > 14) return null;
  const between = line.tokens.slice(mention.last + 1, clause.verb.first);
  if (
    between.some(
      ({ lower, upos }) => /^(?:[,;:]|that|which|who|as|while|when)$/u.test(lower) || upos === 'SCONJ',
    )
  )
    return null;
  const frame = subjectStep(clause, line);
  return frame && untold.has(frame.step) ? frame : null;
}

const brokering: ReadonlySet<string> = new Set([
  'broker',
  'mediate',
  'negotiate',
  'arrange',
  'secure',
  'facilitate',
]);

/** The verb before the truce in the words, where the tree has it below none that tells a step. */
function nearVerb(mention: TruceMention, slots: readonly Slot[], line: Line): Frame | null {
  const clause = clauseAround(mention, line);
  if (!clause || slots.some((slot) => slot.clause === clause && slot.as === 'subject')) return null;
  const gap = line.tokens.slice(clause.verb.last + 1, mention.first);
  if (gap.length > 14 || gap.some((token) => /^(?:;|that|which|who|while|because)$/u.test(token.lower)))
    return null;
  const preposition = [...gap].reverse().find((token) => token.upos === 'ADP')?.lower ?? '';
  const direct =
    gap.every((token) => token.upos !== 'ADP' && token.upos !== 'NOUN') ||
    clause.objects.some((phrase) => phrase.first <= mention.head && mention.head <= phrase.last);
  const { lemma } = clause.verb;
  // "helped broker a truce": the second verb may be read as a noun.
  if (lemma === 'help' && brokering.has(line.tokens[clause.verb.last + 1]?.lemma ?? ''))
    return { step: 'agreed', clause, reality: realityOf(clause, line) };
  const step =
    (preposition ? byPreposition[`${lemma} ${preposition}`] : undefined) ??
    (direct && !clause.verb.passive ? byObject.get(lemma) : undefined);
  const frame = step ? adjusted(step, clause, line) : null;
  return frame && !isLost(frame, lemma) ? frame : null;
}

function build(frame: Frame, mention: TruceMention, line: Line, story: Story): Candidate {
  const { step, clause } = frame;
  const verb = clause ? rangeOf(line, clause.verb) : null;
  const made = candidate({
    rule: truceFrame.name,
    line,
    start: Math.min(mention.start, verb?.start ?? mention.start),
    end: Math.max(mention.end, verb?.end ?? mention.end),
    type: 'ceasefire',
    step,
    reality:
      step === 'called_for' && frame.reality === 'hypothetical' && clause?.verb.form === 'infinitive'
        ? 'actual'
        : frame.reality,
    clause,
    nominal: !clause,
  });
  giveRoles(made, line, story, headOfMention(mention, line), frame.noun);
  return made;
}
