import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampedRange, isWhole, movedEnd, pannedRange, zoomedRange } from './range.ts';

const day = 86_400_000;
const whole = { from: 0, to: 100 * day };
const instant = fc.integer({ min: -50 * day, max: 150 * day });
const ranges = fc
  .tuple(instant, instant)
  .map(([a, b]) => clampedRange({ from: Math.min(a, b), to: Math.max(a, b) }, whole));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the range of the chart', () => {
  it('stays within the whole story and never gets shorter than an hour', () => {
    const act = fc.oneof(
      fc.tuple(fc.double({ min: 0.01, max: 100, noNaN: true }), share).map(
        ([factor, at]) =>
          (range: { from: number; to: number }) =>
            zoomedRange(range, whole, factor, at),
      ),
      fc
        .double({ min: -3, max: 3, noNaN: true })
        .map((by) => (range: { from: number; to: number }) => pannedRange(range, whole, by)),
      fc.tuple(fc.constantFrom('from' as const, 'to' as const), instant).map(
        ([end, at]) =>
          (range: { from: number; to: number }) =>
            movedEnd(range, whole, end, at),
      ),
    );
    fc.assert(
      fc.property(ranges, fc.array(act, { maxLength: 8 }), (start, acts) => {
        const { from, to } = acts.reduce((range, one) => one(range), start);
        expect(from).toBeGreaterThanOrEqual(whole.from - 3_600_000);
        expect(to).toBeLessThanOrEqual(whole.to + 3_600_000);
        expect(to - from).toBeGreaterThanOrEqual(3_600_000 - 1);
      }),
    );
  });

  it('keeps the instant that is zoomed at where it is', () => {
    const range = { from: 20 * day, to: 60 * day };
    expect(zoomedRange(range, whole, 2, 0.25)).toEqual({ from: 25 * day, to: 45 * day });
    expect(zoomedRange(range, whole, 0.01, 0.25)).toEqual(whole);
    expect(isWhole(zoomedRange(range, whole, 0.01), whole)).toBe(true);
  });

  it('moves without changing its length, as far as there is story', () => {
    expect(pannedRange({ from: 0, to: 10 * day }, whole, 0.5)).toEqual({ from: 5 * day, to: 15 * day });
    expect(pannedRange({ from: 85 * day, to: 95 * day }, whole, 3)).toEqual({
      from: 90 * day,
      to: 100 * day,
    });
  });
});
