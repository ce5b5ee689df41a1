import type { Line } from '../document.ts';

const ownCause =
  /\b(?:in|during) (?:(?!the\b|that\b|this\b)[\p{L}-]+ ){0,2}(?:operations?|clash(?:es)?|raids?|fighting|gunfights?|ambush(?:es)?|battles?|shootouts?)\b/iu;

/** "died in clearance operations": dead of something that was not told before. */
export function hasOwnCause(line: Line): boolean {
  return ownCause.test(line.source.slice(line.start, line.end));
}
