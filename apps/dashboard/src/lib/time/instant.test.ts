import { describe, expect, it } from 'vitest';
import { durationWords, instantWords, momentWords, publishedWords } from './instant.ts';

const moment = (earliest: string, latest: string, level: 'minute' | 'day' | 'part_of_day' | 'week') =>
  momentWords({ earliest, latest, level, basis: 'stated' });

describe('times in words', () => {
  it('always says the zone of an instant', () => {
    expect(instantWords('2020-10-17T20:00:00Z')).toBe('17 Oct 2020, 20:00 UTC');
    expect(instantWords('2020-10-18T00:00:00+04:00')).toBe('17 Oct 2020, 20:00 UTC');
  });

  it('leaves a bare date of publication a date', () => {
    expect(publishedWords('2020-10-17')).toBe('17 Oct 2020');
  });

  it('calls a local day by its own date though it begins on the UTC day before', () => {
    expect(moment('2020-10-16T20:00:00Z', '2020-10-17T19:59:59Z', 'day')).toBe('17 Oct 2020');
  });

  it('keeps a part of a day a stretch, and a week a pair of days', () => {
    expect(moment('2020-10-17T00:00:00Z', '2020-10-17T04:00:00Z', 'part_of_day')).toBe(
      '17 Oct 2020, 00:00 to 04:00 UTC',
    );
    expect(moment('2020-10-12T00:00:00Z', '2020-10-18T23:59:59Z', 'week')).toBe('12 Oct 2020 to 18 Oct 2020');
  });

  it('gives durations in the units that matter', () => {
    expect([4 * 6e4, 3.5 * 36e5, 53 * 36e5, 38 * 864e5].map(durationWords)).toEqual([
      '4 min',
      '3 h 30 min',
      '2 d 5 h',
      '38 d',
    ]);
  });
});
