import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksBetween } from './ticks.ts';

const iso = (from: string, to: string) =>
  ticksBetween(Date.parse(from), Date.parse(to), 9).map((at) => new Date(at).toISOString().slice(0, 16));

test('a day has its hours, a month its Mondays or every second day, a year its months', () => {
  expect(iso('2020-10-10', '2020-10-11').slice(0, 3)).toEqual([
    '2020-10-10T00:00',
    '2020-10-10T03:00',
    '2020-10-10T06:00',
  ]);
  expect(iso('2020-09-27', '2020-11-25').slice(0, 2)).toEqual(['2020-09-28T00:00', '2020-10-05T00:00']);
  expect(iso('2020-01-15', '2020-12-15').slice(0, 2)).toEqual(['2020-02-01T00:00', '2020-03-01T00:00']);
  expect(iso('1990-05-01', '2020-05-01').slice(0, 2)).toEqual(['1995-01-01T00:00', '2000-01-01T00:00']);
});

test('law: they lie in the range, in order, neither crowded nor missing', () => {
  const range = fc.tuple(
    fc.integer({ min: 0, max: 2_000_000_000_000 }),
    fc.integer({ min: 3_600_000, max: 1_000_000_000_000 }),
  );
  fc.assert(
    fc.property(range, ([from, length]) => {
      const ticks = ticksBetween(from, from + length, 9);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(20);
      expect(ticks.every((at, index) => at >= (ticks[index - 1] ?? from) && at <= from + length)).toBe(true);
    }),
  );
});
