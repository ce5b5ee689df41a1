import type { Candidate } from '../candidate.ts';
import type { Story } from '../story.ts';
import { absorb } from './one-per-happening.ts';
import type { Refiner } from './refiner.ts';

/** "set to start at midnight" is no event yet: it is the start of the truce that was agreed. */
export const scheduledStart: Refiner = {
  name: 'scheduled-start',
  refine: (candidates, story, trace) => {
    const dropped = new Set<Candidate>();
    let agreed = agreedAmong(candidates);
    for (const candidate of candidates) {
      if (candidate.step === 'expired' && expiresLater(candidate, candidates, story)) {
        trace('scheduled-start', candidate, 'its time became the end of the agreed truce');
        dropped.add(candidate);
        continue;
      }
      if (candidate.step === 'expired' && wasToExpire(candidate)) setEnd(candidate, candidates);
      if (candidate.step !== 'took_effect') continue;
      if (candidate.reality !== 'future') {
        tellStart(candidate, agreed);
        continue;
      }
      const home = agreed.find(
        (other) =>
          other !== candidate && other.ceasefireRefs.some((ref) => candidate.ceasefireRefs.includes(ref)),
      );
      if (!home) {
        candidate.step = 'agreed';
        candidate.reality = 'actual';
        agreed = agreedAmong(candidates);
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

/** The truces that were agreed in earnest; long articles have few of them among many candidates. */
function agreedAmong(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    ({ step, reality }) => (step === 'agreed' || step === 'declared') && reality === 'actual',
  );
}

/** "a truce that expires on Friday": the stated end of the one that was agreed. */
function expiresLater(ending: Candidate, candidates: readonly Candidate[], { document }: Story): boolean {
  const published = document.publishedAt?.latest;
  if (
    ending.clause?.link !== 'relative' ||
    !ending.when ||
    published === undefined ||
    ending.when.latest <= published
  )
    return false;
  const home = candidates.find(
    (other) =>
      other.line === ending.line &&
      (other.step === 'agreed' || other.step === 'declared' || other.step === 'extended') &&
      other.ceasefireRefs.some((ref) => ending.ceasefireRefs.includes(ref)),
  );
  if (!home) return false;
  home.until ??= ending.when;
  return true;
}

const scheduled = /^(?:is|are|was|were|be|been|due|set|scheduled|supposed|expected|meant)$/u;

/** "The truce was to run out on Monday", "hours before it was to expire": an end that had been set, not one that came. */
function wasToExpire({ clause, line, nominal }: Candidate): boolean {
  if (!clause || nominal) return false;
  const at = line.tokens.findIndex(
    ({ lower }, i) => i >= clause.verb.first - 1 && i <= clause.verb.head && lower === 'to',
  );
  return at > 0 && scheduled.test(line.tokens[at - 1]?.lower ?? '');
}

function setEnd(ending: Candidate, candidates: readonly Candidate[]): void {
  if (ending.reality === 'actual') ending.reality = 'future';
  const home = candidates.find(
    (other) =>
      (other.step === 'agreed' || other.step === 'declared') &&
      other.reality !== 'negated' &&
      other.ceasefireRefs.some((ref) => ending.ceasefireRefs.includes(ref)),
  );
  if (home && ending.when) home.until ??= ending.when;
}

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

/** "took effect again", "is back in force": no start of what was agreed before. */
function isAgain({ line, clause, end }: Candidate): boolean {
  const from = clause ? (line.tokens[clause.verb.first]?.start ?? end) : end;
  return /^[^.;,]{0,50}\b(?:again|anew|back|resum\w+|once more)\b/iu.test(line.source.slice(from, line.end));
}

/** When a truce took effect is also the start that its agreement had, where the text gives no other. */
function tellStart(started: Candidate, agreed: readonly Candidate[]): void {
  if (isAgain(started)) {
    started.effectiveAt = null;
    return;
  }
  started.effectiveAt ??= started.when;
  if (started.reality !== 'actual' || !started.effectiveAt) return;
  for (const candidate of agreed)
    if (candidate.ceasefireRefs.some((ref) => started.ceasefireRefs.includes(ref)))
      candidate.effectiveAt ??= started.effectiveAt;
}
