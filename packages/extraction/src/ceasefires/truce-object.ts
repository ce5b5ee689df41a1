import type { Clause } from '@trucewatch/language';
import type { CeasefireStep } from '@trucewatch/schema';
import type { Line } from '../document.ts';
import { governedBy, tail } from '../frames/roles.ts';
import { talkNouns } from './offer-nouns.ts';
import { adjusted, type Frame, particleOf } from './truce-adjust.ts';
import type { Token } from './truce-slots.ts';
import { byObject, byParticle, byPreposition, bySubject } from './truce-verbs.ts';

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

const ends = /^(?:end|halt|stop)$/u;
const more = /^(?:another|an? (?:extra|further|additional)|(?:two|three|seven) more)\b/u;
const sessions =
  /^(?:talks?|negotiations?|mediation|summit|meeting|diplomacy|efforts?|discussions?|conference|dialogue|rounds?)$/u;

const judged =
  /^["“]|^(?:an? |the )?(?:very )?(?:fragile|shaky|farce|sham|joke|trick|ploy|success|failure|victory|defeat|historic|useless|important|good|bad|first|step|trap|mistake|lie)\b/u;

/** What is done to a truce: "signed", "broken", "called off", "was put on hold". */
export function objectStep(clause: Clause, line: Line, lastToken: number): Frame | null {
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
  // "put an end to hostilities": the two of them, or one of its own accord.
  if (
    /^(?:put|call|bring)$/u.test(lemma) &&
    !passive &&
    clause.objects.some(({ head }) => ends.test(line.tokens[head]?.lower ?? ''))
  )
    return adjusted(clause.agents.length > 1 || lemma === 'bring' ? 'agreed' : 'declared', clause, line);
  // "agreed to turn the truce into a permanent ceasefire".
  if (/^(?:turn|convert|transform|upgrade|parlay)$/u.test(lemma)) {
    const into = governedBy(clause, 'into').length > 0 || /\binto\b/u.test(after);
    if (into) return adjusted('agreed', clause, line);
  }
  // "denounced the accord as a sell-out" judges it.
  if (lemma === 'denounce' && governedBy(clause, 'as').length > 0) return null;
  // "was given another 48 hours".
  if (passive && lemma === 'give' && more.test(tail(clause, line))) return adjusted('extended', clause, line);
  // "called the truce fragile" judges one; "called a truce" makes it.
  if (lemma === 'call' && judged.test(after)) return null;
  if (/^(?:promise|pledge|vow|guarantee)$/u.test(lemma)) {
    const mutual = line.tokens.some(
      ({ lower }, i) => lower === 'each' && line.tokens[i + 1]?.lower === 'other',
    );
    return adjusted(mutual || clause.agents.length > 1 ? 'agreed' : 'declared', clause, line);
  }
  // "the talks yielded a truce".
  if (
    /^(?:yield|produce|deliver|bring)$/u.test(lemma) &&
    clause.agents.some(({ head }) => sessions.test(line.tokens[head]?.lower ?? ''))
  )
    return adjusted('agreed', clause, line);
  const step =
    byParticle[`${lemma} ${particleOf(clause, line)}`] ??
    (passive
      ? (passiveOnly(clause, line) ??
        byPreposition[`${lemma} ${line.tokens[clause.verb.last + 1]?.lower ?? ''}`])
      : null) ??
    (/^(?:end|lift)$/u.test(lemma) && !passive ? 'terminated' : undefined) ??
    (lemma === 'put' && /^on (?:hold|ice)\b/u.test(after) ? 'suspended' : undefined) ??
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

export function isNoLonger({ verb }: Clause, line: Line): boolean {
  for (let i = Math.max(0, verb.first - 2); i < verb.head; i++)
    if (line.tokens[i]?.lower === 'no' && line.tokens[i + 1]?.lower === 'longer') return true;
  return false;
}

/** "was put in place", "was implemented": it began. */
function passiveOnly(clause: Clause, line: Line): CeasefireStep | null {
  const { lemma } = clause.verb;
  if (lemma === 'dash') return 'collapsed';
  if (lemma === 'put' && /^on (?:hold|ice)\b/u.test(tail(clause, line))) return 'suspended';
  if (lemma === 'implement') return 'took_effect';
  if (
    /^(?:put|bring|set)$/u.test(lemma) &&
    /^(?:in|into) (?:place|effect|force|motion)\b/u.test(tail(clause, line))
  )
    return 'took_effect';
  return bySubject.get(lemma) === 'collapsed' ? 'collapsed' : null;
}
