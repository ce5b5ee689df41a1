import type { Candidate } from '../candidate.ts';
import { absorb } from './one-per-happening.ts';
import type { Refiner } from './refiner.ts';

/** "set to start at midnight" is no event yet: it is the start of the truce that was agreed. */
export const scheduledStart: Refiner = {
  name: 'scheduled-start',
  refine: (candidates, _story, trace) => {
    const dropped = new Set<Candidate>();
    for (const candidate of candidates) {
      if (candidate.step !== 'took_effect') continue;
      if (candidate.reality !== 'future') {
        tellStart(candidate, candidates);
        continue;
      }
      const home = candidates.find(
        (other) =>
          other !== candidate &&
          (other.step === 'agreed' || other.step === 'declared') &&
          other.reality === 'actual' &&
          other.ceasefireRefs.some((ref) => candidate.ceasefireRefs.includes(ref)),
      );
      if (!home) {
        candidate.step = 'agreed';
        candidate.reality = 'actual';
        continue;
      }
      if (standsAlone(candidate, home)) {
        home.effectiveAt ??= candidate.effectiveAt;
        continue;
      }
      trace('scheduled-start', candidate, 'its time became the start of the agreed truce');
      absorb(home, candidate);
      dropped.add(candidate);
    }
    return candidates.filter((candidate) => !dropped.has(candidate));
  },
};

/** "The deal takes effect at midnight" in a sentence of its own tells a start to come; "set to start at midnight" only qualifies. */
function standsAlone({ clause, line, nominal }: Candidate, home: Candidate): boolean {
  if (
    !clause ||
    nominal ||
    (line === home.line && home.rule !== 'truce-mention') ||
    clause.verb.form !== 'finite'
  )
    return false;
  return clause.link === 'main' || clause.link === 'coordinated' || clause.link === 'complement';
}

/** When a truce took effect is also the start that its agreement had, where the text gives no other. */
function tellStart(started: Candidate, candidates: readonly Candidate[]): void {
  started.effectiveAt ??= started.when;
  if (started.reality !== 'actual' || !started.effectiveAt) return;
  for (const candidate of candidates) {
    const agreed = candidate.step === 'agreed' || candidate.step === 'declared';
    if (
      agreed &&
      candidate.reality === 'actual' &&
      candidate.ceasefireRefs.some((ref) => started.ceasefireRefs.includes(ref))
    )
      candidate.effectiveAt ??= started.effectiveAt;
  }
}
