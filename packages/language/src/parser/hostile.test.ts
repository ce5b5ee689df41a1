import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '../../train/random.ts';
import { hostilePieces } from '../testing/hostile-pieces.ts';
import { hostileText } from '../testing/hostile-text.ts';
import { parse } from './index.ts';

// The same laws as in parse.test.ts, on what has broken readers of text before. npm run bench -- fuzz does a hundred thousand.
const pieces = fc.array(fc.constantFrom(...hostilePieces), { maxLength: 40 });
const hostile = fc.oneof(
  fc.tuple(pieces, fc.constantFrom('', ' ')).map(([list, between]) => list.join(between)),
  fc.integer().map((seed) => hostileText(randomFrom(seed), 500)),
);

test('no text throws, gives a span that is off, or hangs a word on nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      let last = 0;
      for (const { tokens } of parse(text)) {
        expect(tokens.filter(({ head }) => head < 0)).toHaveLength(1);
        for (const { start, end, text: form, head } of tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(form);
          expect(head).toBeLessThan(tokens.length);
          last = end;
        }
      }
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
