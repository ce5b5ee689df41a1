import type { Purpose } from '@trucewatch/schema';
import type { Refiner } from './refiner.ts';

const purposes: readonly (readonly [Purpose, RegExp])[] = [
  [
    'humanitarian',
    /\b(?:humanitarian|exchange (?:of )?(?:prisoners|bodies|captives)|prisoner (?:exchange|swap)|aid deliver\w*|evacuat\w+)\b/iu,
  ],
  ['holiday', /\b(?:eid|ramadan|christmas|easter|new year|holiday|thadingyut)\b/iu],
  ['election', /\b(?:for the (?:election|vote|polls)|election truce)\b/iu],
  ['peace_process', /\b(?:peace talks|peace process|substantive (?:talks|negotiations)|pave the way)\b/iu],
];

/** What a truce is for, when the words around its mention say so. */
export const namePurpose: Refiner = {
  name: 'name-purpose',
  refine: (candidates) => {
    for (const candidate of candidates) {
      if (candidate.type !== 'ceasefire') continue;
      const { line } = candidate;
      const near = line.source.slice(
        Math.max(line.start, candidate.start - 10),
        Math.min(line.end, candidate.end + 90),
      );
      for (const [purpose, pattern] of purposes)
        if (pattern.test(near) && !candidate.purpose.includes(purpose)) candidate.purpose.push(purpose);
    }
    return candidates;
  },
};
