import type { Phrase } from '@trucewatch/language';
import type { CeasefireStep } from '@trucewatch/schema';
import { type Candidate, candidate } from '../candidate.ts';
import { speaksOfTruce, stopsFighting } from '../ceasefires/speaks-of-truce.ts';
import { answerOf, type Frame } from '../ceasefires/truce-adjust.ts';
import { truceMentions } from '../ceasefires/truce-mentions.ts';
import { giveRoles } from '../ceasefires/truce-roles.ts';
import { type Slot, slotsOf, type Token } from '../ceasefires/truce-slots.ts';
import { stepOf } from '../ceasefires/truce-step.ts';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

/** How many sentences back the truce may be named that "it" or "the offer" means. */
const itReach = 2;
const offerReach = 2;

const pronouns = new Set(['it', 'which', 'this', 'that']);
const offers = new Set(
  'order offer proposal plan call appeal initiative gesture demand overture idea'.split(' '),
);
/** Steps that "it" tells as the subject of an active verb only beside a truce that is itself a subject. */
const anyonesVerbs = new Set([
  'begin',
  'start',
  'end',
  'fail',
  'last',
  'hold',
  'remain',
  'commence',
  'stop',
  'stay',
  'crack',
]);
const told: ReadonlySet<CeasefireStep> = new Set([
  'violated',
  'collapsed',
  'expired',
  'took_effect',
  'observed',
  'extended',
  'suspended',
  'terminated',
  'rejected',
]);
/** Verbs that say of almost anything what they say of a truce. */
const anyonesObjects = new Set([
  'ignore',
  'disregard',
  'disrupt',
  'order',
  'keep',
  'maintain',
  'implement',
  'preserve',
  'oppose',
  'cancel',
  'abandon',
  'quit',
  'exit',
  'end',
  'freeze',
  'refuse',
  'decline',
  'resist',
  'renew',

  'shatter',
  'wreck',
  'support',

  'suspend',
  'scrap',
  'lengthen',
]);

/** "It collapsed in August", "In April they prolonged it", "Ukraine rejected the order": a truce told of before, by a pronoun or as an offer. */
export const truceToldAgain: Rule = {
  name: 'truce-told-again',
  find: (line, story) => {
    let found: Candidate[] | null = null;
    for (const token of line.tree.tokens) {
      const isPronoun = pronouns.has(token.lower) && (token.upos === 'PRON' || token.upos === 'DET');
      const isExtension = !isPronoun && extensions.has(token.lemma);
      const isOffer = !isPronoun && !isExtension && offers.has(token.lemma) && isDefinite(token, line);
      if (!isPronoun && !isOffer && !isExtension) continue;
      const near = namesTruce(line, token, story, isPronoun ? itReach : offerReach);
      if (!near) continue;
      const frames = isPronoun
        ? ofPronoun(token, line, near)
        : isExtension
          ? ofExtension(token, line)
          : ofOffer(token, line);
      for (const frame of frames) {
        found ??= [];
        found.push(make(frame, token, line, story));
      }
    }
    return found ?? [];
  },
};

function isDefinite(token: Token, line: Line): boolean {
  const { tree } = line;
  return (
    tree.children(token, 'det').some(({ lower }) => /^(?:the|this|that)$/u.test(lower)) ||
    tree.child(token, 'nmod:poss') !== undefined
  );
}

interface Near {
  /** How many sentences back; 0 for the same. */
  back: number;
  /** Whether the truce is what the sentence before is about: its first noun, or what its main verb does. */
  main: boolean;
}

/** The nearest truce named before the token. */
function namesTruce(line: Line, token: Token, story: Story, reach: number): Near | null {
  for (let back = 0; back <= reach; back++) {
    const near = back === 0 ? line : story.document.lines[line.index - back];
    if (!near || near.part !== line.part || line.paragraph - near.paragraph > reach) return null;
    const mentions = truceMentions(near).filter((mention) => back > 0 || mention.last < token.index);
    if (mentions.length === 0) {
      if (back > 0 && (stopsFighting(near) || isAboutOffer(near, story))) return { back, main: true };
      const stops = near.tokens.some(
        ({ lemma }, at) =>
          lemma === 'cease' && near.tokens[at + 1]?.lower === 'fire' && (back > 0 || at < token.index),
      );
      if (stops) return { back, main: true };
      continue;
    }
    const slots = mentions.flatMap((mention) => slotsOf(near.tree.tokens[mention.head] as Token, near));
    return { back, main: slots.some(({ as, clause }) => as !== 'noun' && clause?.link !== 'relative') };
  }
  return null;
}

/** "the home minister welcomed the offer": a sentence about a truce offered before. */
function isAboutOffer(near: Line, story: Story): boolean {
  return (
    near.tree.tokens.some((token) => offerNouns.has(token.lemma) && isDefinite(token, near)) &&
    speaksOfTruce(near, story, offeredWithin)
  );
}

const offeredWithin = 5;
const offerNouns = new Set(['offer', 'proposal', 'initiative', 'gesture', 'overture']);

function ofPronoun(token: Token, line: Line, near: Near): Frame[] {
  if (token.lower === 'which' || (token.lower === 'that' && !isDemonstrative(token, line)))
    return ofRelative(token, line, near);
  // "areas it held": the pronoun of a relative clause without one of its own.
  if (line.tokens[token.index - 1]?.upos === 'NOUN') return [];
  return slotsOf(token, line).flatMap((slot) => {
    const { clause } = slot;
    const frame = stepOf(slot, line, token.index);
    if (!frame || !told.has(frame.step)) return [];
    if (!clause) return [frame];
    if (frame.clause !== clause && frame.step !== 'rejected') return [];
    const { lemma, passive } = clause.verb;
    if (
      slot.as === 'subject' &&
      anyonesVerbs.has(lemma) &&
      (clause.link === 'relative' || !(near.main && near.back <= 1 && clause.objects.length === 0))
    )
      return [];
    if (slot.as === 'object' && !passive && anyonesObjects.has(lemma) && !(near.main && near.back === 0))
      return [];
    if (slot.as === 'oblique' && frame.step === 'terminated' && lemma !== 'bind' && near.back > 0) return [];
    if (frame.step === 'rejected' && near.back > itReach) return [];
    return [frame];
  });
}

/** "said that was not realistic": behind a verb, the subject of a copula. */
function isDemonstrative(token: Token, line: Line): boolean {
  const before = line.tokens[token.index - 1];
  const after = line.tokens[token.index + 1];
  return before?.upos === 'VERB' && after?.lemma === 'be' && after.upos === 'AUX';
}

/** "a truce over Christmas, which ended on 3 January": the tree may hang the clause on the nearest noun. */
function ofRelative(token: Token, line: Line, near: Near): Frame[] {
  if (near.back > 0 || !near.main || (token.upos === 'DET' && token.relation === 'det')) return [];
  const verb = line.tree.headOf(token);
  const clause =
    verb && line.clauses.find((other) => other.verb.head === verb.index && other.link === 'relative');
  if (!clause || !token.relation.startsWith('nsubj')) return [];
  const truce = truceMentions(line).findLast((mention) => mention.last < token.index);
  const covers = (phrase: Phrase) =>
    truce !== undefined && phrase.first <= truce.head && truce.head <= phrase.last;
  if (!truce || token.index - truce.last > 8 || clause.subject.some(covers)) return [];
  const between = line.clauses.some(({ verb: { first } }) => first > truce.last && first < token.index);
  if (between) return [];
  const slot: Slot = { as: clause.verb.passive ? 'object' : 'subject', clause, preposition: '', noun: null };
  const frame = stepOf(slot, line, token.index);
  return frame && told.has(frame.step) && frame.clause === clause ? [frame] : [];
}

const extensions = new Set(['extension', 'prolongation', 'renewal']);

/** "failed to agree on an extension", "announced a three-day extension". */
function ofExtension(token: Token, line: Line): Frame[] {
  if (truceMentions(line).some((mention) => mention.last > token.index && mention.first - token.index < 5))
    return [];
  return slotsOf(token, line).flatMap((slot): Frame[] => {
    const frame = slot.as === 'subject' ? null : stepOf(slot, line, token.index);
    if (!frame) return [];
    const asked = frame.step === 'called_for' || frame.step === 'proposed' || frame.step === 'rejected';
    return [asked ? frame : { ...frame, step: 'extended' }];
  });
}

/** "rejected the order", "accepted the proposal": an answer to a truce offered or ordered before. */
function ofOffer(token: Token, line: Line): Frame[] {
  return line.clauses.flatMap((clause): Frame[] => {
    const step = answerOf(clause, token, line);
    return step === 'rejected' || step === 'agreed'
      ? [{ step, clause, reality: realityOf(clause, line) }]
      : [];
  });
}

function make(frame: Frame, token: Token, line: Line, story: Story): Candidate {
  const { step, clause, reality } = frame;
  const verb = clause ? rangeOf(line, clause.verb) : token;
  const made = candidate({
    rule: truceToldAgain.name,
    line,
    start: Math.min(token.start, verb.start),
    end: Math.max(token.end, verb.end),
    type: 'ceasefire',
    step,
    reality: reality === 'actual' && isOfPastYear(token, line, story) ? 'historical' : reality,
    clause,
  });
  giveRoles(made, line, story);
  return made;
}

/** "In 2023 they signed one, and it was dead by February": what goes on in a sentence that begins in a year long past. */
function isOfPastYear(token: Token, line: Line, story: Story): boolean {
  const published = story.document.publishedAt;
  if (!published) return false;
  const year = new Date(published.earliest).getUTCFullYear();
  return line.times.some(
    ({ date, aside, start }) =>
      date?.kind === 'year' &&
      !aside &&
      start < token.start &&
      date.to < year &&
      /\bin $/iu.test(line.source.slice(Math.max(line.start, start - 3), start)),
  );
}
