import type { Refiner } from './refiner.ts';

const plural =
  /\b(?:truces|cease-?fires|agreements|deals|accords|pacts|pauses)(?: (?:reached|signed|agreed|brokered|declared|announced|concluded|made|mediated|negotiated))?$/iu;

/** "the truces brokered on Saturday and one week ago": one agreement for each date. */
export const splitPlural: Refiner = {
  name: 'split-plural',
  refine: (candidates) =>
    candidates.flatMap((candidate) => {
      const text = candidate.line.source.slice(candidate.start, candidate.end);
      if (candidate.type !== 'ceasefire' || candidate.step !== 'agreed' || !plural.test(text))
        return [candidate];
      const dates = candidate.line.times.filter(
        (time) => time.start >= candidate.end && time.start < candidate.end + 70,
      );
      const [first, second] = dates;
      if (!first || !second || !/^ and $/u.test(candidate.line.source.slice(first.end, second.start)))
        return [candidate];
      return [first, second].map((time, index) => ({
        ...candidate,
        mediators: [...candidate.mediators],
        parties: [...candidate.parties],
        claims: [...candidate.claims],
        end: time.end,
        start: index === 0 ? candidate.start : time.start,
        rule: `${candidate.rule}+split-plural`,
      }));
    }),
};
