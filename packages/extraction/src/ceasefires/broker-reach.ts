import type { Candidate } from '../candidate.ts';

const otherTruce = /\b(?:truces?|cease-? ?fires?|deals?|agreements?|after|before|since)\b/iu;

/** Up to where a broker may stand: not beyond the next truce that the sentence names. */
export function brokerReach(candidate: Candidate): { start: number; end: number } {
  const { line } = candidate;
  const from = Math.max(line.start, candidate.start - 26);
  const before = line.source.slice(from, candidate.start);
  const cut = Math.max(before.lastIndexOf(','), before.lastIndexOf(' and '));
  const after = line.source.slice(candidate.end, Math.min(line.end, candidate.end + 110));
  const other = otherTruce.exec(after);
  return { start: cut >= 0 ? from + cut : from, end: candidate.end + (other ? other.index : after.length) };
}
