import type { Count, Moment } from '@trucewatch/schema';
import { numberAt } from './counts/number-words.ts';

const hedged: Readonly<Record<Count['qualifier'], RegExp>> = {
  exact: /./su,
  at_least: /at least|no fewer|no less|not less|minimum/iu,
  more_than: /more than|over|upwards|excess|exceed|higher|above/iu,
  up_to: /up to|as many as|at most|no more/iu,
  about: /about|around|some|nearly|almost|approx|rough|estimate|close|to|-|between|or|and/iu,
  vague: /./su,
};

/**
 * Whether a count's own quote gives its number: the digits or number word as a whole ("3" is not proved by "13"),
 * and the hedge that it claims. The quote is read again from scratch.
 */
export function proveCount(count: Count): boolean {
  if (!hedged[count.qualifier].test(count.span.quote)) return false;
  const words = (count.span.quote.toLowerCase().match(/[\p{L}\p{N}]+(?:,\d{3})*|-/gu) ?? []).map(String);
  const values: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const found = numberAt(words, i);
    if (!found) {
      continue;
    }
    values.push(found.value);
    i += found.length - 1;
  }
  if (values.length === 0 && words.some((word) => /^(?:a|an|another)$/u.test(word))) values.push(1);
  const [value, second] = values;
  if (value === undefined) return false;
  if (count.qualifier === 'up_to') return count.high === value;
  const low = count.qualifier === 'more_than' ? value + 1 : value;
  const high = count.high === null || count.high === value || count.high === second;
  return count.low === low && high;
}

const hours = /\d|noon|midnight|midday|hour|dawn|morning|afternoon|evening|night|day|today|tomorrow/iu;

/** Whether a moment's quote holds what it claims: a clock for minutes, a year for a stated year. */
export function proveMoment(moment: Moment): boolean {
  const quote = moment.span?.quote ?? '';
  if ((moment.level === 'minute' || moment.level === 'hour') && !hours.test(quote)) return false;
  if (moment.basis === 'stated') {
    const years = quote.match(/\d{4}/gu) ?? [];
    const year = moment.earliest.slice(0, 4);
    return years.some((found) => found === year || Math.abs(Number(found) - Number(year)) <= 60);
  }
  return quote.length > 0;
}
