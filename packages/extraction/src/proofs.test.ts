import type { Count } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { proveCount, provedGroup, proveMoment } from './proofs.ts';
import { articleOf } from './testing/article.ts';

type Claim = Partial<Pick<Count, 'of' | 'group' | 'low' | 'high' | 'qualifier'>> & { low: number };

/** Whether the gate lets a claim pass that somebody made of words of a sentence. */
function passes(sentence: string, quote: string, claim: Claim): boolean {
  const line = readDocument(articleOf(sentence), null).lines[0];
  if (!line) throw new Error('no sentence');
  return proveCount(countOf(sentence, quote, claim), line);
}

function countOf(sentence: string, quote: string, claim: Claim): Count {
  const start = sentence.indexOf(quote);
  return {
    of: 'killed',
    group: 'unknown',
    high: claim.qualifier && claim.qualifier !== 'exact' ? null : claim.low,
    qualifier: 'exact',
    ...claim,
    span: { start, end: start + quote.length, quote },
  };
}

describe('the evidence gate lets pass', () => {
  it.each([
    ['The strike killed 13 civilians.', '13 civilians', { low: 13 }],
    ['Twenty-five soldiers were killed.', 'Twenty-five soldiers', { low: 25 }],
    [
      'The strike killed at least 1,200 people.',
      'at least 1,200 people',
      { low: 1200, qualifier: 'at_least' },
    ],
    ['Ukrainian soldier killed by mortar fire - army', 'Ukrainian soldier', { low: 1 }],
    ['Shelling kills three - officials', 'three', { low: 3 }],
    ['Dozens of people were wounded.', 'Dozens of people', { low: 24, qualifier: 'vague', of: 'wounded' }],
    ['No fewer than 12 people died.', 'No fewer than 12 people', { low: 12, qualifier: 'at_least' }],
  ] as const)('%s', (sentence, quote, claim) => {
    expect(passes(sentence, quote, claim)).toBe(true);
  });
});

describe('the evidence gate refuses', () => {
  it.each([
    ['a digit stolen from a longer number', 'The strike killed 13 civilians.', '3 civilians', { low: 3 }],
    ['the end of a number with a comma', 'The war killed 1,300 people.', '300 people', { low: 300 }],
    ['another number than the quote has', 'The strike killed 13 civilians.', '13 civilians', { low: 15 }],
    ['a part given for the whole', 'It killed 13, including three children.', 'three children', { low: 13 }],
    ['a length', 'Two men were killed 50 km from Baku.', '50 km', { low: 50 }],
    ['a length after its number', 'Two men were killed 50 km from Baku.', '50', { low: 50 }],
    ['a calibre', 'A 122 mm shell killed them.', '122 mm shell', { low: 122 }],
    ['an age', 'A five-year-old was killed.', 'five-year-old', { low: 5 }],
    ["an age's number", 'A five-year-old was killed.', 'five', { low: 5 }],
    ["a date's digits", 'They were killed on 12 October.', '12', { low: 12 }],
    ['a year', 'They were killed in 1994.', '1994', { low: 1994 }],
    ['a percentage', 'Some 40 % of the dead were women.', '40', { low: 40 }],
    ['houses', 'Shelling hit 12 houses and killed a man.', '12 houses', { low: 12 }],
    ['a negation dropped', 'The shelling killed none of the 12 men.', '12 men', { low: 12 }],
    ['"did not kill"', 'The blast did not kill 12 people.', '12 people', { low: 12 }],
    ['no number at all', 'Nobody was killed and no casualties were seen.', 'no casualties', { low: 1 }],
    ['another fate', 'Forty people were wounded in the town.', 'Forty people', { low: 40, of: 'missing' }],
    [
      'a hedge that the quote lacks',
      'It killed 13 civilians.',
      '13 civilians',
      { low: 13, qualifier: 'at_least' },
    ],
    [
      '"more than" as exact',
      'More than 50 were killed.',
      'More than 50',
      { low: 50, qualifier: 'more_than' },
    ],
  ] as const)('%s', (_, sentence, quote, claim) => {
    expect(passes(sentence, quote, claim)).toBe(false);
  });

  it('a group that the quote does not name', () => {
    const sentence = 'The strike killed 13 people.';
    expect(provedGroup(countOf(sentence, '13 people', { low: 13, group: 'children' }))).toBe('unknown');
    expect(provedGroup(countOf('It killed 3 boys.', '3 boys', { low: 3, group: 'children' }))).toBe(
      'children',
    );
  });

  const moment = (
    quote: string,
    from: string,
    to: string,
    level: 'minute' | 'day',
    basis: 'stated' | 'derived' = 'derived',
  ) => ({
    earliest: `2020-10-${from}.000Z`,
    latest: `2020-10-${to}.000Z`,
    level,
    basis,
    span: { start: 0, end: quote.length, quote },
  });

  it('a clock time from words that name none', () => {
    expect(proveMoment(moment('Friday', '16T10:00:00', '16T10:00:00', 'minute'))).toBe(false);
  });

  it('another weekday or day of the month than the words name', () => {
    expect(proveMoment(moment('on Friday', '15T20:00:00', '16T19:59:59', 'day'))).toBe(true);
    expect(proveMoment(moment('on Friday', '16T20:00:00', '17T19:59:59', 'day'))).toBe(false);
    expect(proveMoment(moment('12 October', '11T20:00:00', '12T19:59:59', 'day'))).toBe(true);
    expect(proveMoment(moment('12 October', '12T20:00:00', '13T19:59:59', 'day'))).toBe(false);
  });

  it('a year as stated that the words do not have', () => {
    expect(proveMoment(moment('12 October', '11T20:00:00', '12T19:59:59', 'day', 'stated'))).toBe(false);
  });
});
