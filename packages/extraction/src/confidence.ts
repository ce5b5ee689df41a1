import type { Candidate } from './candidate.ts';

/** How sure a rule is by itself, before what speaks for or against the single find. */
const base: Readonly<Record<string, number>> = {
  'truce-frame': 0.75,
  'truce-takes-effect': 0.7,
  'fighting-halted': 0.7,
  'violation-alleged': 0.75,
  'truce-mention': 0.65,
  'attack-verb': 0.65,
  'under-fire': 0.75,
  'attack-noun': 0.55,
  'clash-verb': 0.7,
  'clash-noun': 0.5,
  toll: 0.55,
  capture: 0.6,
  'fall-of-place': 0.65,
  'talks-verb': 0.6,
  'talks-noun': 0.5,
  agreement: 0.5,
  exchange: 0.65,
  deployment: 0.55,
  withdrawal: 0.55,
  displacement: 0.6,
  detention: 0.6,
  protest: 0.6,
  sanction: 0.6,
  aid: 0.45,
  threat: 0.5,
  statement: 0.5,
};

/**
 * base of the rule + 0.1 when who acts is named in the sentence + 0.05 each for a known time and place
 * − 0.1 when a party came from a rule and not from the sentence − 0.1 when it is not told as actual. Within 0.05 and 0.95.
 */
export function confidenceOf(candidate: Candidate): number {
  const actors = [...candidate.initiators, ...candidate.parties];
  const named = actors.some((actor) => !actor.resolvedBy);
  const resolved = actors.some((actor) => actor.resolvedBy);
  const rule = candidate.rule.split('+')[0] ?? '';
  const sum =
    (base[rule] ?? 0.5) +
    (named ? 0.1 : 0) +
    (candidate.when || candidate.effectiveAt ? 0.05 : 0) +
    (candidate.where ? 0.05 : 0) -
    (resolved ? 0.1 : 0) -
    (candidate.reality === 'actual' ? 0 : 0.1);
  return Math.round(Math.min(0.95, Math.max(0.05, sum)) * 100) / 100;
}
