import type { Count } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { proveCount, proveMoment } from './proofs.ts';

const count = (quote: string, low: number, high: number | null, qualifier: Count['qualifier']): Count => ({
  of: 'killed',
  group: 'unknown',
  low,
  high,
  qualifier,
  span: { start: 0, end: quote.length, quote },
});

describe('the evidence gate refuses', () => {
  it('a digit stolen from a longer number', () => {
    expect(proveCount(count('13 civilians', 3, 3, 'exact'))).toBe(false);
    expect(proveCount(count('1,300 people', 300, 300, 'exact'))).toBe(false);
    expect(proveCount(count('13 civilians', 13, 13, 'exact'))).toBe(true);
  });

  it('a hedge that the quote does not hold', () => {
    expect(proveCount(count('13 civilians', 13, null, 'at_least'))).toBe(false);
    expect(proveCount(count('50 others', 51, null, 'more_than'))).toBe(false);
    expect(proveCount(count('more than 50 others', 51, null, 'more_than'))).toBe(true);
  });

  it('a part given for the whole', () => {
    expect(proveCount(count('three children', 13, null, 'exact'))).toBe(false);
  });

  it('a clock time from words that name none', () => {
    const span = { start: 0, end: 6, quote: 'Friday' };
    const instant = '2020-10-16T10:00:00.000Z';
    expect(proveMoment({ earliest: instant, latest: instant, level: 'minute', basis: 'stated', span })).toBe(
      false,
    );
  });
});
