import { expect, it } from 'vitest';
import { shortened, shortenedAround } from './shortened.ts';

it('cuts a long quote after a whole word and shows the cut', () => {
  expect(shortened('The truce held through the night.', 20)).toBe('The truce held …');
  expect(shortened('The truce held.', 20)).toBe('The truce held.');
  expect(shortened('Unbroken'.repeat(5), 20)).toBe('UnbrokenUnbrokenUnbr …');
});

it('keeps the words that matter, wherever they stand', () => {
  const quote =
    'Guns were heard all night long and far away, a spokeswoman denied that they were theirs at all.';
  const start = quote.indexOf('denied');
  const cut = shortenedAround(quote, { start, end: start + 6 }, 40);
  expect(cut).toContain('a spokeswoman denied that');
  expect(cut).toMatch(/^… \S.* …$/);
  expect(shortenedAround(quote, { start: 0, end: 4 }, 40)).toBe(shortened(quote, 40));
  expect(shortenedAround('x'.repeat(90), { start: 80, end: 85 }, 40)).not.toBe('');
});
