import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitAfter } from './wait-after.ts';

const createdAt = '2024-05-10T12:00:00.000Z';
const begun = Date.parse(createdAt);

test('the law: whatever chance says, waits grow, a day passes before it is given up, and never more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (chance) => {
      let now = begun;
      let attempts = 1;
      for (let wait: number | null = 0; wait !== null; attempts++) {
        wait = waitAfter({ attempts, createdAt, now }, 30, () => chance);
        now += (wait ?? 0) * 1_000;
      }
      expect(attempts).toBeGreaterThan(10);
      expect(attempts).toBeLessThan(20);
      expect(now - begun).toBeLessThanOrEqual(86_400_000);
      expect(now - begun).toBeGreaterThan(86_400_000 - 30_000_000);
    }),
  );
});

test('a receiver that asks for time gets it', () => {
  expect(waitAfter({ attempts: 1, createdAt, now: begun, asked: 600 }, 30)).toBe(600);
});
