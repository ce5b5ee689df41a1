import { truceNameOf } from '../ceasefires/truce-name.ts';
import type { Refiner } from './refiner.ts';

/** How the text tells a truce from others, and what it provides for. */
export const nameTerms: Refiner = {
  name: 'name-terms',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      if (candidate.type !== 'ceasefire') continue;
      const name = truceNameOf(candidate, story);
      if (name) candidate.truceName = name;
    }
    return candidates;
  },
};
