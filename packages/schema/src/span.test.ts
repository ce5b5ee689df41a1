import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSpan, isQuotedFrom, Span } from './span.ts';

describe('a span', () => {
  const article = { title: 'Truce holds', text: 'Guns fell silent at dawn. 🕊 Nobody was hurt.' };

  test('quotes the part of the article that it names', () => {
    expect(cutSpan(article, 0, 16).quote).toBe('Guns fell silent');
    expect(cutSpan(article, 0, 5, 'title')).toEqual({ start: 0, end: 5, quote: 'Truce', in: 'title' });
  });

  test('is not of the text when it is of the title', () => {
    expect(isQuotedFrom(article, cutSpan(article, 0, 5, 'title'))).toBe(true);
    expect(isQuotedFrom(article, { ...cutSpan(article, 0, 5, 'title'), in: 'text' })).toBe(false);
  });

  test('is refused when the quote is not as long as the offsets say', () => {
    expect(Span.safeParse({ start: 0, end: 4, quote: 'Guns fell' }).success).toBe(false);
  });

  test('is never empty nor outside of the text', () => {
    expect(() => cutSpan(article, 3, 3)).toThrow(RangeError);
    expect(() => cutSpan(article, 0, article.text.length + 1)).toThrow(RangeError);
  });

  test('law: whatever is cut out of any text is quoted from it', () => {
    const cut = fc
      .string({ minLength: 1, unit: 'binary' })
      .chain((text) =>
        fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.integer({ min: 1, max: text.length })),
      );
    fc.assert(
      fc.property(cut, ([text, start, length]) => {
        const span = cutSpan({ text }, start, Math.min(text.length, start + length));
        expect(Span.parse(span)).toEqual(span);
        expect(isQuotedFrom({ text }, span)).toBe(true);
      }),
    );
  });
});
