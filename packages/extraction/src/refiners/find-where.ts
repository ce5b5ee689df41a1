import type { Candidate } from '../candidate.ts';
import type { Line } from '../document.ts';
import type { PlaceMention } from '../places/find-places.ts';
import { placeBefore } from '../places/place-before.ts';
import { placeInSentence } from '../places/place-in-sentence.ts';
import { placeOfFlight, placeOfMeeting, placeOfStory } from '../places/place-of-others.ts';
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
    for (const [index, candidate] of candidates.entries()) {
      if (!located.has(candidate.type) || candidate.where) continue;
      const { line } = candidate;
      const mention = placeInSentence(candidate, story);
      const here = mention && (knownAs(mention, line, story) ?? { line, mention, rule: 'place-in-sentence' });
      candidate.where =
        here && here.mention.place.level !== 'country'
          ? here
          : (placeBefore(candidate, story) ??
            here ??
            placeOfStory(candidate, around(index, candidates)) ??
            regionOfWar(candidate, story));
    }
    for (const [index, candidate] of candidates.entries()) {
      if (candidate.where) continue;
      const near = around(index, candidates);
      candidate.where = placeOfMeeting(candidate, near) ?? placeOfFlight(candidate, near);
    }
    return candidates;
  },
};

/** So many events before and after one are looked at: two sentences have fewer, and a hostile text costs no more. */
const neighbours = 30;

function around(index: number, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.slice(Math.max(0, index - neighbours), index + neighbours);
}

/** So many sentences back another name of a place is looked for. */
const farBack = 60;
const otherName = /\b(?:known(?: \p{L}+){0,4} as|called|formerly|renamed|or)\s["“‘']?$/u;

/** "The town, known in Armenian as Shushi": the article's own name for it is the one that it gave before. */
function knownAs(mention: PlaceMention, line: Line, { document }: Story): Candidate['where'] {
  if (!otherName.test(line.source.slice(Math.max(line.start, mention.start - 60), mention.start)))
    return null;
  for (const before of document.lines.slice(Math.max(0, line.index - farBack), line.index).reverse()) {
    const same =
      before.part === line.part
        ? before.places.find(({ place }) => place.id === mention.place.id)
        : undefined;
    if (same) return { line: before, mention: same, rule: 'place-named-before' };
  }
  return null;
}
