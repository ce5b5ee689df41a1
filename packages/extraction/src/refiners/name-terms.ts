import { nameFromHeadline } from '../ceasefires/headline-name.ts';
import { termsOfTruce } from '../ceasefires/terms-of-truce.ts';
import { truceNameOf } from '../ceasefires/truce-name.ts';
import type { Refiner } from './refiner.ts';

/** Steps at which a truce is told with what it provides for. */
const providing: ReadonlySet<string> = new Set(['proposed', 'agreed', 'declared', 'took_effect', 'extended']);

/** How the text tells a truce from others, and what it provides for. */
export const nameTerms: Refiner = {
  name: 'name-terms',
  refine: (candidates, story) => {
    for (const candidate of candidates) {
      if (candidate.type !== 'ceasefire') continue;
      const name = truceNameOf(candidate, story);
      if (name) candidate.truceName = name;
      if (providing.has(candidate.step ?? '') && candidate.reality !== 'negated')
        candidate.terms = termsOfTruce(candidate, story);
    }
    nameFromHeadline(candidates, story);
    return candidates;
  },
};
