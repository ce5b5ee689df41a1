import type { Count, Event } from '@trucewatch/schema';

/** ACLED's numbers for words: dozens 12, hundreds 100; several, few and many 10 in open war. */
const words: readonly (readonly [RegExp, number])[] = [
  [/\bhundreds\b/i, 100],
  [/\bdozens\b/i, 12],
  [/\b(several|few|many|some)\b/i, 10],
];

export interface AcledFatalities {
  fatalities: number;
  rule: 'fatalities-none-stated' | 'fatalities-lowest' | 'fatalities-from-words';
}

/**
 * ACLED's one number of dead: the lowest that the text gives, words by ACLED's table, 0 where none is stated.
 * Several counts of one group are versions of one toll: the lowest counts; different groups add up. Parts of
 * another count and tolls since a war began are left out. A toll of several days is not split by day.
 */
export function acledFatalities(event: Event): AcledFatalities {
  const lowest = new Map<Count['group'], number>();
  let fromWords = false;
  for (const count of event.casualties) {
    if (count.of !== 'killed' || count.subsetOf !== undefined || count.cumulative) continue;
    const word =
      count.qualifier === 'vague' ? words.find(([pattern]) => pattern.test(count.span.quote)) : undefined;
    fromWords ||= word !== undefined;
    lowest.set(count.group, Math.min(lowest.get(count.group) ?? Infinity, word?.[1] ?? count.low));
  }
  if (lowest.size === 0) return { fatalities: 0, rule: 'fatalities-none-stated' };
  const fatalities = [...lowest.values()].reduce((sum, low) => sum + low, 0);
  return { fatalities, rule: fromWords ? 'fatalities-from-words' : 'fatalities-lowest' };
}
