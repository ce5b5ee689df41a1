import { expect, it } from 'vitest';
import { sentenceAround } from './ledger-sentences.ts';

const text = 'Guns were heard.\nA spokeswoman denied it. “We hold our fire,” she said.\nNight fell.';
const around = (quote: string) => {
  const start = text.indexOf(quote);
  return sentenceAround({ text }, { start, end: start + quote.length, quote });
};

it('gives the sentence in which the words stand, and where in it they are', () => {
  expect(around('spokeswoman denied')).toEqual({
    quote: 'A spokeswoman denied it.',
    words: { start: 2, end: 20 },
  });
  expect(around('Night').quote).toBe('Night fell.');
  expect(around('heard').quote).toBe('Guns were heard.');
});

it('takes no more than words and sentences near them from a text without an end', () => {
  const endless = 'and '.repeat(5_000);
  const span = { start: 8_000, end: 8_003, quote: 'and' };
  const { quote, words } = sentenceAround({ text: endless }, span);
  expect(quote.length).toBeLessThan(2_000);
  expect(quote.slice(words.start, words.end)).toBe('and');
});

it('bears a span that does not fit the text', () => {
  expect(sentenceAround({ text: 'Short.' }, { start: 90, end: 95, quote: 'words' }).quote).toBe('');
});
