import { hostilePieces, hostileText, randomFrom } from '@trucewatch/language/testing';
import { Article, extractionOf } from '@trucewatch/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from './extract.ts';

// npm run bench -- fuzz does the same a hundred thousand times.
const pieces = fc.array(fc.constantFrom(...hostilePieces), { minLength: 1, maxLength: 40 });
const hostile = fc.oneof(
  pieces.map((list) => list.join(' ')),
  fc.integer().map((seed) => hostileText(randomFrom(seed), 500)),
);

test('no text throws or gives a quote that the article does not have where it says', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (text, isTitled) => {
      const title = isTitled ? text.slice(0, 300) : undefined;
      const article = Article.parse({ id: 'hostile', text, title, publishedAt: '2020-10-17T20:00:00Z' });
      const result = extractionOf(article).safeParse(extract(article, { mentions: true }));
      expect(result.error?.issues ?? []).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
