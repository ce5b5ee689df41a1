import { candidate } from '../candidate.ts';
import { natural } from '../frames/attack-words.ts';
import type { Rule } from './rule.ts';

/** Words that count a war's dead, not those of one hour. */
const wholeWar =
  /\b(?:war|fighting|clashes|hostilities|conflict|violence|so far|in all|(?:have|has) (?:now |already )?been (?:killed|wounded)|reports? |puts the|military deaths|last published|stood at|acknowledged|lists? of|number of (?:soldiers|civilians|dead))\b/iu;

/** A number of dead or wounded with no word for what killed them: the toll of the fighting, or of an attack told before. */
export const toll: Rule = {
  name: 'toll',
  find: (line) => {
    const counted = line.counts.filter((count) => count.of === 'killed' || count.of === 'wounded');
    const first = counted[0];
    const last = counted.at(-1);
    if (!first || !last) return [];
    const clause =
      line.clauses.filter((other) => (line.tokens[other.verb.first]?.start ?? 0) <= first.end + 40).at(-1) ??
      null;
    const text = line.source.slice(line.start, line.end);
    if (natural.test(text.toLowerCase())) return [];
    const cumulative = first.cumulative || wholeWar.test(text);
    return [
      candidate({
        rule: toll.name,
        line,
        start: first.start,
        end: last.end,
        type: cumulative ? 'clash' : 'attack',
        clause,
        nominal: true,
      }),
    ];
  },
};
