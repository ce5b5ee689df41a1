import { placeBefore } from '../places/place-before.ts';
import { placeInSentence } from '../places/place-in-sentence.ts';
import { regionOfWar } from '../places/war-region.ts';
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
      candidate.where = mention
        ? { line, mention, rule: 'place-in-sentence' }
        : (placeBefore(candidate, story) ?? regionOfWar(candidate, story));
    }
    return candidates;
  },
};
