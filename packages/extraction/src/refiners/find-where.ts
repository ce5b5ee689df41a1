import { sameActor } from '../actors/actor-ref.ts';
import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { PlaceMention } from '../places/find-places.ts';
import { placeBefore } from '../places/place-before.ts';
import { placeInSentence } from '../places/place-in-sentence.ts';
import { regionOfWar } from '../places/war-region.ts';
import type { Story } from '../story.ts';
import type { Refiner } from './refiner.ts';

const located = new Set([
  'attack',
  'clash',
  'capture',
  'talks',
  'deployment',
  'withdrawal',
  'displacement',
  'detention',
  'protest',
  'aid',
  'exchange',
  'agreement',
  'ceasefire',
]);

/** Says where each happening took place: the target, then what stands in its clause, then in its sentence. */
export const findPlaces: Refiner = {
  name: 'find-where',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      if (!located.has(candidate.type) || candidate.where) continue;
      const { line } = candidate;
      const mention = placeInSentence(candidate, story);
      const here = mention && (knownAs(mention, line, story) ?? { line, mention, rule: 'place-in-sentence' });
      candidate.where =
        here && here.mention.place.level !== 'country'
          ? here
          : (placeBefore(candidate, story) ??
            here ??
            placeOfStory(candidate, candidates) ??
            regionOfWar(candidate, story));
    }
    for (const candidate of candidates)
      candidate.where ??= placeOfMeeting(candidate, candidates) ?? placeOfFlight(candidate, candidates);
    return candidates;
  },
};

const otherName = /\b(?:known(?: \p{L}+){0,4} as|called|formerly|renamed|or)\s["“‘']?$/u;

/** "The town, known in Armenian as Shushi": the article's own name for it is the one that it gave before. */
function knownAs(mention: PlaceMention, line: Line, { document }: Story): Candidate['where'] {
  if (!otherName.test(line.source.slice(Math.max(line.start, mention.start - 60), mention.start)))
    return null;
  for (const before of document.lines.slice(0, line.index).reverse()) {
    const same =
      before.part === line.part
        ? before.places.find(({ place }) => place.id === mention.place.id)
        : undefined;
    if (same) return { line: before, mention: same, rule: 'place-named-before' };
  }
  return null;
}

/** So many sentences back the happening is told whose place goes on. */
const reach = 2;

/** "Gunmen stormed the building": where the attack was that the sentences before tell. */
function placeOfStory(candidate: Candidate, all: readonly Candidate[]): Candidate['where'] {
  if (candidate.type !== 'attack' || candidate.casualties.some(({ count }) => count.cumulative)) return null;
  const { line } = candidate;
  const last = all.findLast(
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
function placeOfMeeting(candidate: Candidate, all: readonly Candidate[]): Candidate['where'] {
  const makes =
    candidate.type === 'ceasefire' &&
    candidate.step === 'agreed' &&
    candidate.clause !== null &&
    !candidate.nominal;
  if (!meetings.has(candidate.type) && !makes) return null;
  const { line } = candidate;
  const near = all.find(
    (other) =>
      (meetings.has(other.type) || (other.type === 'ceasefire' && other.step === 'agreed')) &&
      other.where?.rule === 'place-in-sentence' &&
      meetingLevels.has(other.where.mention.place.level) &&
      other.reality === candidate.reality &&
      other.line.part === line.part &&
      Math.abs(line.index - other.line.index) <= reach,
  );
  return near?.where ? { ...near.where, rule: 'place-of-the-talks' } : null;
}

/** "A war that killed 20,000 and displaced a million": they fled where it was fought. */
function placeOfFlight({ type, line }: Candidate, all: readonly Candidate[]): Candidate['where'] {
  if (type !== 'displacement') return null;
  return all.find((other) => other.line === line && other.type === 'clash')?.where ?? null;
}
