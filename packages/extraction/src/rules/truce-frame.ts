import { type Candidate, candidate } from '../candidate.ts';
import { compoundStep } from '../ceasefires/compound-step.ts';
import { haltsFighting } from '../ceasefires/halts-fighting.ts';
import { opensFor } from '../ceasefires/opens-for.ts';
import type { Frame } from '../ceasefires/truce-adjust.ts';
import { type TruceMention, truceMentions, wordAfter } from '../ceasefires/truce-mentions.ts';
import { absence, nearVerb, verbAfter } from '../ceasefires/truce-nearby.ts';
import { compoundFrames, nounFrames } from '../ceasefires/truce-nouns.ts';
import { giveRoles } from '../ceasefires/truce-roles.ts';
import { headOfMention, slotsOf } from '../ceasefires/truce-slots.ts';
import { stepOf } from '../ceasefires/truce-step.ts';
import { subjectStep } from '../ceasefires/truce-subject.ts';
import { type Line, rangeOf } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import type { Story } from '../story.ts';
import type { Rule } from './rule.ts';

/** "agreed to a truce", "the truce collapsed", "violations of the ceasefire": a truce and the verb or noun that governs it. */
export const truceFrame: Rule = {
  name: 'truce-frame',
  find: (line, story) =>
    truceMentions(line)
      .filter(
        (mention) =>
          mention.kind !== 'anaphor' ||
          namedBefore(mention, line, story) ||
          (timed.test(mention.words) && isAmidFighting(line, story)),
      )
      .flatMap((mention) => readMention(mention, line, story)),
};

/** So many sentences after a truce was named or spoken of "the deal" still means it, and not beyond so many in all. */
const namedWithin = 5;
const namedFrom = 15;

/** "The agreement" means a truce only where one was named in this sentence or before, and spoken of since. */
function namedBefore({ plural }: TruceMention, line: Line, story: Story): boolean {
  let silent = 0;
  for (let at = line.index; at >= Math.max(0, line.index - namedFrom) && silent <= namedWithin; at--) {
    const near = story.document.lines[at] as Line;
    const mentions = truceMentions(near);
    if (mentions.some(({ kind }) => kind !== 'anaphor')) return true;
    if (!plural && at < line.index && near.clauses.some((clause) => haltsFighting(clause, near))) return true;
    silent = mentions.length > 0 ? 0 : silent + 1;
  }
  return false;
}

/** "A seven-day pause", "a 24-hour lull". */
const timed = /-(?:hour|day|week|month)s? /u;
const fighting: ReadonlySet<string> = new Set(
  'fighting clashes shelling artillery airstrike airstrikes bombardment offensive army troops rebels militia hostilities war'.split(
    ' ',
  ),
);

/** A pause of so many days is one of the fighting where there is some, in this sentence or the last ones. */
function isAmidFighting(line: Line, { document }: Story): boolean {
  return document.lines
    .slice(Math.max(0, line.index - namedWithin), line.index + 1)
    .some(({ tokens }) => tokens.some(({ lower }) => fighting.has(lower)));
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
  if (told.length > 0) return [...told, ...opened, ...afterParticiple(told, mention, line)];
  const absent = absence(mention, slots, line);
  if (absent) return [absent];
  const governed = nearVerb(mention, slots, line);
  const after = governed || below || opened.length > 0 ? null : verbAfter(mention, line);
  return [...(governed ? [governed] : []), ...opened, ...(after ? [after] : [])];
}

/** "the truce mediated by Cairo takes hold": the tree may give the verb to the participle. */
function afterParticiple(told: readonly Frame[], mention: TruceMention, line: Line): Frame[] {
  const made = told.find(
    ({ clause }) =>
      clause?.verb.passive && clause.verb.form === 'participle' && clause.verb.first - mention.last < 4,
  )?.clause;
  if (!made) return [];
  const next = line.clauses[made.index + 1];
  if (next?.verb.form !== 'finite' || next.subject.length > 0 || next.parent !== made.index) return [];
  const frame = subjectStep(next, line);
  return frame && /^(?:took_effect|observed|collapsed|expired)$/u.test(frame.step) ? [frame] : [];
}

const submitting: ReadonlySet<string> = new Set(
  'submit present circulate send hand put deliver table share draw draft'.split(' '),
);

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
