import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadShape } from './load-shape.ts';

const point = fc.record({
  at: fc.integer({ min: 0, max: 1e9 }).map((seconds) => new Date(seconds * 1_000).toISOString()),
  waiting: fc.option(fc.nat(1e6)),
  done: fc.nat(1e6),
  failed: fc.nat(1e6),
});

it('draws each number within its chart, in order, side by side, and nothing for nothing', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 130 }), (history) => {
      for (const { most, bars } of Object.values(loadShape(history))) {
        let end = 0;
        for (const { x, width, height, value } of bars) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThanOrEqual(most);
          expect(height).toBeLessThanOrEqual(100);
          expect(x).toBeGreaterThanOrEqual(end - 1e-6);
          end = x + width;
        }
        expect(end).toBeLessThanOrEqual(100 + 1e-6);
      }
    }),
  );
});
