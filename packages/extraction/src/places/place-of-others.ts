import { sameActor } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';

/** So many sentences back the happening is told whose place goes on. */
const reach = 2;

/** "Gunmen stormed the building": where the attack was that the sentences before tell. */
export function placeOfStory(candidate: Candidate, near: readonly Candidate[]): Candidate['where'] {
  if (candidate.type !== 'attack' || candidate.casualties.some(({ count }) => count.cumulative)) return null;
  const { line } = candidate;
  const last = near.findLast(
    (other) =>
      other !== candidate &&
      other.type === 'attack' &&
      other.where !== null &&
      other.reality === candidate.reality &&
      sameSide(other, candidate) &&
      other.line.part === line.part &&
      other.line.index <= line.index &&
      line.index - other.line.index <= reach,
  );
  const { mention } = last?.where ?? {};
  return last?.where && (mention?.place.level === 'city' || mention?.place.level === 'site')
    ? { ...last.where, rule: 'place-of-the-attack-before' }
    : null;
}

function sameSide({ initiators: [one] }: Candidate, { initiators: [other] }: Candidate): boolean {
  return !one || !other || sameActor(one, other);
}

const meetings = new Set(['talks', 'agreement']);
/** Geneva is a canton too. */
const meetingLevels: ReadonlySet<string> = new Set(['city', 'site', 'province']);

/** "After six hours of talks …" where the sentence before or after says that they met in Moscow. */
export function placeOfMeeting(candidate: Candidate, near: readonly Candidate[]): Candidate['where'] {
  const makes =
    candidate.type === 'ceasefire' &&
    candidate.step === 'agreed' &&
    candidate.clause !== null &&
    !candidate.nominal;
  if (!meetings.has(candidate.type) && !makes) return null;
  const { line } = candidate;
  const told = near.find(
    (other) =>
      (meetings.has(other.type) || (other.type === 'ceasefire' && other.step === 'agreed')) &&
      other.where?.rule === 'place-in-sentence' &&
      meetingLevels.has(other.where.mention.place.level) &&
      other.reality === candidate.reality &&
      other.line.part === line.part &&
      Math.abs(line.index - other.line.index) <= reach,
  );
  return told?.where ? { ...told.where, rule: 'place-of-the-talks' } : null;
}

/** "A war that killed 20,000 and displaced a million": they fled where it was fought. */
export function placeOfFlight({ type, line }: Candidate, near: readonly Candidate[]): Candidate['where'] {
  if (type !== 'displacement') return null;
  return near.find((other) => other.line === line && other.type === 'clash')?.where ?? null;
}
