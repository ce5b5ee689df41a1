import type { Candidate } from '../candidate.ts';
import { attributionsOf } from '../claims/attributions.ts';
import type { Story } from '../story.ts';
import type { TimeMention } from './time-mention.ts';

/** Times that date the saying, not what is said: "said on Sunday that". */
export function timesOfSpeech(candidate: Candidate, story: Story): Set<TimeMention> {
  const spoken = new Set<TimeMention>();
  const { source, start } = candidate.line;
  for (const attribution of attributionsOf(candidate.line, story)) {
    if (!attribution.clause || attribution.clause === candidate.clause) continue;
    for (const time of candidate.line.times) {
      const gap = time.start - attribution.end;
      const between = gap >= 0 && gap < 40 ? source.slice(attribution.end, time.start) : null;
      const follows =
        between !== null &&
        !/\b(?:that|of|for)\b/u.test(between) &&
        /^[\s,]*(?:\w+\s){0,4}(?:on |late |early )?$/u.test(between) &&
        /^(?:,? that\b|,|\.| the\b| it\b| they\b| \p{Lu}|"|”)/u.test(
          source.slice(time.end, time.end + 6) || '.',
        );
      const opens =
        time.end < attribution.start &&
        /^,\s/u.test(source.slice(time.end, time.end + 2)) &&
        time.start - start < 6 &&
        attribution.start - time.end < 60;
      if (follows || opens) spoken.add(time);
    }
  }
  return spoken;
}
