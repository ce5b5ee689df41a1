import type { Clause } from '@trucewatch/language';
import type { Line } from '../document.ts';
import { realityOf } from '../frames/reality.ts';
import { governor } from '../frames/roles.ts';
import { adjusted, type Frame } from './truce-adjust.ts';
import type { TruceMention } from './truce-mentions.ts';
import { isLost } from './truce-object.ts';
import { headOfMention, type Slot } from './truce-slots.ts';
import { subjectStep } from './truce-subject.ts';
import { byObject, byPreposition } from './truce-verbs.ts';

/** The last clause whose verb stands before the mention. */
export function clauseAround(mention: TruceMention, line: Line): Clause | null {
  let found: Clause | null = null;
  for (const clause of line.clauses) if (clause.verb.first < mention.first) found = clause;
  return found;
}

const signs: ReadonlySet<string> = new Set('sign date word hint mention trace'.split(' '));

/** "There was no truce", "no sign of a ceasefire", "it is not a truce": one that is not there. */
export function absence(mention: TruceMention, slots: readonly Slot[], line: Line): Frame | null {
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
  // "there will be no truce, the general said": he turns it down.
  const said = being && being.verb.tense === 'future' ? governor(being, line) : null;
  if (said && /^(?:say|tell|declare|insist|add|vow|warn|state)$/u.test(said.verb.lemma))
    return { step: 'rejected', clause: said, reality: 'actual' };
  return { step: 'agreed', clause: being ?? null, reality: 'negated' };
}

const untold: ReadonlySet<string> = new Set(['took_effect', 'collapsed', 'expired', 'observed']);

/** The first verb after the truce, where the tree gave it none: "A TRUCE BETWEEN X AND Y WENT INTO FORCE". */
export function verbAfter(mention: TruceMention, line: Line): Frame | null {
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
export function nearVerb(mention: TruceMention, slots: readonly Slot[], line: Line): Frame | null {
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
  if (!step) return goneOn(mention, clause, line);
  return frame && !isLost(frame, lemma) ? frame : null;
}

/** "asked the president to withdraw troops, and for a pause": the preposition goes on from a verb before the last. */
function goneOn(mention: TruceMention, last: Clause, line: Line): Frame | null {
  const at = line.tokens.findLastIndex(
    ({ upos }, index) => index < mention.first && index > last.verb.last && upos === 'ADP',
  );
  if (at < 1 || mention.first - at > 3 || line.tokens[at - 1]?.lower !== 'and') return null;
  const clause = last.parent === null ? undefined : line.clauses[last.parent];
  const step = clause && byPreposition[`${clause.verb.lemma} ${line.tokens[at]?.lower}`];
  return clause && step ? adjusted(step, clause, line) : null;
}
