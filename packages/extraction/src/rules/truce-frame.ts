import type { Clause } from '@trucewatch/language';
import type { CeasefireStep, Reality } from '@trucewatch/schema';
import { actorsOf } from '../actors/actors-of-phrase.ts';
import { type Candidate, candidate } from '../candidate.ts';
import { compoundStep } from '../ceasefires/compound-step.ts';
import { opensFor } from '../ceasefires/opens-for.ts';
import { type TruceMention, truceMentions, wordAfter } from '../ceasefires/truce-mentions.ts';
import { asking, byNoun, byObject, byPreposition, bySubject, pledging } from '../ceasefires/truce-verbs.ts';
import { type Line, rangeOf } from '../document.ts';
import { nominalReality, realityOf } from '../frames/reality.ts';
import { doers, governedBy, governor, particle, tail } from '../frames/roles.ts';
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

/** "The agreement" means a truce only where one was named in this sentence or the three before. */
function namedBefore(line: Line, story: Story): boolean {
  const near = story.document.lines.slice(Math.max(0, line.index - 3), line.index + 1);
  return near.some((other) => truceMentions(other).some((mention) => mention.kind !== 'anaphor'));
}

interface Frame {
  step: CeasefireStep;
  clause: Clause | null;
  reality: Reality;
}

function readMention(mention: TruceMention, line: Line, story: Story): Candidate[] {
  const frames = framesOf(mention, line);
  return frames.map((frame) => build(frame, mention, line, story));
}

function framesOf(mention: TruceMention, line: Line): Frame[] {
  const after = wordAfter(line, mention);
  const compound = compoundStep(after);
  const clause = clauseAround(mention, line);
  if (compound === 'none') return [];
  if (compound) return [{ step: compound, clause, reality: nominalReality(line, mention.start, clause) }];
  const noun = governingNoun(mention, line);
  if (noun)
    return [
      {
        step: noun,
        clause,
        reality: noun === 'called_for' ? 'actual' : nominalReality(line, mention.start, clause),
      },
    ];
  const subjects = line.clauses.filter(
    (other) =>
      other.subject.some((phrase) => phrase.first <= mention.head && mention.head <= phrase.last) ||
      opensFor(mention, other, line),
  );
  const governed = clause && !subjects.includes(clause) ? objectStep(clause, mention, line) : null;
  return [
    ...(governed ? [governed] : []),
    ...subjects.flatMap((subject) => subjectStep(subject, line) ?? []),
  ];
}

/** "violations of the truce", "calls for a ceasefire": the noun before the preposition. */
function governingNoun(mention: TruceMention, line: Line): CeasefireStep | null {
  const before = line.source.slice(Math.max(line.start, mention.start - 48), mention.start).toLowerCase();
  const governed =
    /\b([\p{L}-]+(?: into force)?)(?: of| to| for| from| with| on) (?:(?:the|a|an|its|their|any|immediate) ){0,2}$/u.exec(
      before,
    );
  const word = governed?.[1];
  if (!word || /^(?:agree[ds]?|agreeing|called|calling|call)$/u.test(word)) return null;
  const step = byNoun.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  return mention.kind === 'halt' && step !== 'called_for' ? null : step;
}

/** The last clause whose verb stands before the mention. */
function clauseAround(mention: TruceMention, line: Line): Clause | null {
  let found: Clause | null = null;
  for (const clause of line.clauses) if (clause.verb.first < mention.first) found = clause;
  return found;
}

function objectStep(clause: Clause, mention: TruceMention, line: Line): Frame | null {
  const { lemma } = clause.verb;
  const gap = line.tokens.slice(clause.verb.last + 1, mention.first);
  if (gap.length > 14 || gap.some((token) => /^(?:;|that|which|who|while|because)$/u.test(token.lower)))
    return null;
  const preposition = [...gap].reverse().find((token) => token.upos === 'ADP')?.lower ?? '';
  const direct =
    gap.every((token) => token.upos !== 'ADP' && token.upos !== 'NOUN') ||
    clause.objects.some((phrase) => phrase.first <= mention.head && mention.head <= phrase.last);
  const step =
    (preposition ? byPreposition[`${lemma} ${preposition}`] : undefined) ??
    (direct && !clause.verb.passive ? byObject.find(([, verbs]) => verbs.has(lemma))?.[0] : undefined);
  return step ? adjust(step, clause, line) : null;
}

/** The step under what governs the verb: "urged X to respect the truce" calls for it, "failed to respect it" violates it. */
function adjust(step: CeasefireStep, clause: Clause, line: Line): Frame {
  const above = governor(clause, line);
  const reality = realityOf(clause, line);
  const dependent = clause.verb.form === 'infinitive' || clause.verb.form === 'gerund';
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
    if (/^(?:fail|refuse)$/u.test(lemma))
      return {
        step:
          step === 'observed'
            ? lemma === 'fail'
              ? 'violated'
              : 'rejected'
            : step === 'agreed' && lemma === 'refuse'
              ? 'rejected'
              : step,
        clause,
        reality: step === 'agreed' && lemma === 'fail' ? 'negated' : 'actual',
      };
    if (/^(?:propose|offer|suggest)$/u.test(lemma))
      return { step: 'proposed', clause: above, reality: realityOf(above, line) };
  }
  if (step === 'observed' && clause.verb.modal && /^(?:must|should)$/u.test(clause.verb.modal))
    return { step: 'called_for', clause, reality: 'actual' };
  if (step === 'observed' && reality === 'negated') return { step: 'violated', clause, reality: 'actual' };
  return { step, clause, reality };
}

function subjectStep(clause: Clause, line: Line): Frame | null {
  const { verb } = clause;
  const reality = realityOf(clause, line);
  if (verb.passive) {
    const step = byObject.find(([, verbs]) => verbs.has(verb.lemma))?.[0] ?? passiveOnly(verb.lemma);
    return step
      ? step === 'observed' && reality === 'negated'
        ? { step: 'violated', clause, reality: 'actual' }
        : { step, clause, reality }
      : null;
  }
  const rest = tail(clause, line);
  const takes =
    (verb.lemma === 'take' && /^(?:\w+ )?effect\b/u.test(rest)) ||
    (/^(?:come|go|enter|be)$/u.test(verb.lemma) && /^(?:\w+ )?(?:into|in) (?:force|effect)\b/u.test(rest));
  if (takes) return { step: 'took_effect', clause, reality };
  if (
    (verb.lemma === 'fall' && /^(?:\w+ )?apart/u.test(rest)) ||
    (verb.lemma === 'break' && particle(clause, line) === 'down')
  )
    return { step: 'collapsed', clause, reality };
  if (verb.lemma === 'be' && /^(?:\w+ ){0,2}(?:over|dead|in tatters|meaningless)\b/u.test(rest))
    return { step: 'collapsed', clause, reality };
  if (verb.lemma === 'be' && /^(?:\w+ ){0,2}(?:in place|precarious|fragile|holding)\b/u.test(rest))
    return { step: 'observed', clause, reality };
  if (
    verb.lemma === 'end' &&
    (clause.objects.length > 0 ||
      /^(?:the )?(?:\w+ )?(?:fighting|war|hostilities|conflict)\b/u.test(
        line.source.slice(rangeOf(line, verb).end + 1, line.end).toLowerCase(),
      ))
  )
    return { step: 'agreed', clause, reality };
  if (verb.lemma === 'set' && /^(?:out|to)/u.test(rest)) return { step: 'agreed', clause, reality: 'actual' };
  const step = bySubject.find(([, verbs]) => verbs.has(verb.lemma))?.[0];
  if (!step) return null;
  if (step === 'observed' && reality === 'negated') return { step: 'collapsed', clause, reality: 'actual' };
  if (step === 'observed' && verb.form === 'infinitive' && governor(clause, line)?.verb.lemma === 'fail')
    return { step: 'collapsed', clause, reality: 'actual' };
  return { step, clause, reality };
}

function passiveOnly(lemma: string): CeasefireStep | null {
  return lemma === 'dash' || lemma === 'shatter' ? 'collapsed' : null;
}

function build(frame: Frame, mention: TruceMention, line: Line, story: Story): Candidate {
  const { step, clause } = frame;
  const accuses = clause !== null && step === 'violated' && /^(?:accuse|blame)$/u.test(clause.verb.lemma);
  const actors = !clause
    ? []
    : accuses && !clause.verb.passive
      ? actorsOf(clause.objects, line, story)
      : doers(clause, line, story);
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
  if (
    step === 'called_for' ||
    step === 'proposed' ||
    step === 'violated' ||
    step === 'rejected' ||
    step === 'declared' ||
    step === 'terminated'
  )
    made.initiators = actors;
  else if (
    step !== 'agreed' ||
    clause?.verb.lemma === 'agree' ||
    clause?.verb.lemma === 'sign' ||
    clause?.verb.lemma === 'reach'
  )
    made.parties = actors.filter((actor) => !actor.id?.startsWith('org:'));
  if (
    clause &&
    (step === 'agreed' || step === 'declared') &&
    /^(?:broker|mediate|negotiate|secure|arrange)$/u.test(clause.verb.lemma)
  )
    made.mediators = actors;
  if (clause && step === 'called_for')
    made.recipients = actorsOf([...clause.objects, ...governedBy(clause, 'on', 'upon')], line, story).filter(
      (actor) => !made.initiators.some((other) => other.id === actor.id),
    );
  return made;
}
