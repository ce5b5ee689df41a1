import type { Candidate } from '../candidate.ts';
import type { Refiner } from './refiner.ts';

/** Older than so many days before publication is another period of the conflict: background. */
const backgroundDays = 300;
const olderPeriods =
  /\b(?:(?<!former )Soviet Union|Soviet era|in the Soviet|decades ago|years ago|collapse of the Soviet|previous war|last war|first war|earlier war|1990s war|over the (?:past|last) (?:three |four |two |few |several )?decades|in recent decades|for decades)\b/u;

/** "the heaviest since the 1990s war" is of now. */
const comparison = /\b(?:most \w+|worst|\w{3,}est)(?: \w+){0,4} since\b[^,;.]{0,40}/iu;

/** "Three earlier ceasefires collapsed" looks back on several and is news of none. */
const earlierOnes =
  /\b(?:earlier|previous|past|prior|former)(?: \w+){0,2} (?:truces|cease-?fires|deals|agreements|pauses)\b/iu;

/** Marks as historical what happened long before publication, by its date or by words such as "decades ago". */
export const background: Refiner = {
  name: 'background',
  refine: (candidates, story) => {
    const published = story.document.publishedAt?.latest;
    const byLine = Map.groupBy(candidates, (candidate) => candidate.line);
    for (const candidate of candidates) {
      if (candidate.reality !== 'actual') continue;
      const latest = candidate.when?.latest ?? candidate.effectiveAt?.latest;
      if (latest !== undefined) {
        if (published !== undefined && published - latest > backgroundDays * 86_400_000)
          candidate.reality = 'historical';
        continue;
      }
      const { line } = candidate;
      if (
        candidate.type === 'ceasefire' &&
        earlierOnes.test(line.source.slice(candidate.start, candidate.end))
      )
        candidate.reality = 'historical';
      if (published !== undefined && isOfOldYear(candidate, published)) candidate.reality = 'historical';
      if (published !== undefined && onlyOldTimes(byLine.get(candidate.line) ?? [], candidate, published))
        candidate.reality = 'historical';
      const near = line.source
        .slice(Math.max(line.start, candidate.start - 60), Math.min(line.end, candidate.end + 60))
        .replace(comparison, '');
      if (olderPeriods.test(near) && candidate.type !== 'statement') candidate.reality = 'historical';
    }
    return candidates;
  },
};

const yearMs = 365.25 * 86_400_000;

/** "lost its coast in a war against Chile in 1879", "the 1812 war": a year of long ago that hangs on it and that no date has taken. */
function isOfOldYear({ line, start, end, nominal }: Candidate, published: number): boolean {
  const now = 1970 + published / yearMs;
  for (const token of line.tokens) {
    if (!/^1[0-9]{3}$/u.test(token.lower) || now - Number(token.lower) < 2 || token.upos !== 'NUM') continue;
    const head = line.tree.headOf(token);
    if (!head) continue;
    if (head.start < end && start < head.end) return true;
    if (!nominal || token.relation !== 'obl') continue;
    const beside = line.tree.children(head, 'obl', 'obj', 'nsubj');
    if (beside.some((other) => other.start < end && start < other.end)) return true;
  }
  return false;
}

/** Beside happenings of long ago only: "the truce of 1994, which followed a war". */
function onlyOldTimes(beside: readonly Candidate[], candidate: Candidate, published: number): boolean {
  // "a war in the 1990s saw 20,000 killed and a million displaced": the participle goes with it.
  const goesAlong = candidate.nominal || candidate.clause?.verb.form === 'participle';
  if (candidate.type === 'statement' || !goesAlong) return false;
  const dated = beside.filter((other) => other.when !== null);
  return (
    dated.length > 0 &&
    dated.every((other) => other.when !== null && published - other.when.latest > backgroundDays * 86_400_000)
  );
}
