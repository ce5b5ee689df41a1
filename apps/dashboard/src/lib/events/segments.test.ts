import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs, segments } from './segments.ts';

describe('marks in a text', () => {
  it('cuts overlapping marks into neighbours that share their events', () => {
    const pieces = segments('abcdefgh', [
      { start: 1, end: 5, eventId: 'one' },
      { start: 3, end: 7, eventId: 'two' },
    ]);
    expect(pieces.map(({ text, eventIds }) => [text, eventIds])).toEqual([
      ['a', []],
      ['bc', ['one']],
      ['de', ['one', 'two']],
      ['fg', ['two']],
      ['h', []],
    ]);
  });

  it('names an event once where several of its quotes overlap', () => {
    const pieces = segments('abcd', [
      { start: 0, end: 3, eventId: 'one' },
      { start: 1, end: 2, eventId: 'one' },
    ]);
    expect(pieces.map(({ eventIds }) => eventIds)).toEqual([['one'], ['one'], ['one'], []]);
  });

  it('ignores marks that lie outside the text', () => {
    expect(segments('ab', [{ start: 1, end: 9, eventId: 'one' }])).toEqual([
      { start: 0, text: 'ab', eventIds: [] },
    ]);
  });

  it('keeps a mark that runs over a paragraph break in both paragraphs', () => {
    const found = paragraphs(segments('One.\n\nTwo.', [{ start: 2, end: 8, eventId: 'e' }]));
    expect(found.map((paragraph) => paragraph.map(({ text, eventIds }) => [text, eventIds.length]))).toEqual([
      [
        ['On', 0],
        ['e.', 1],
      ],
      [
        ['Tw', 1],
        ['o.', 0],
      ],
    ]);
    expect(found[1]?.[0]?.start).toBe(6);
  });

  it('gives the text back whole, whatever the marks', () => {
    const marks = fc.array(
      fc.record({
        start: fc.integer({ min: -2, max: 30 }),
        end: fc.integer({ min: -2, max: 30 }),
        eventId: fc.string(),
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), marks, (text, chosen) => {
        const pieces = segments(text, chosen);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { start, end, eventId } of chosen.filter(
          (m) => m.start >= 0 && m.start < m.end && m.end <= text.length,
        )) {
          const covered = pieces.filter((piece) => piece.start >= start && piece.start < end);
          expect(covered.every(({ eventIds }) => eventIds.includes(eventId))).toBe(true);
        }
      }),
    );
  });
});
