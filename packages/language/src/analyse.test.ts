import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, clausesOf } from './index.ts';

const sentencesOf = (text: string): string[] =>
  analyse(text).sentences.map((sentence) => text.slice(sentence.start, sentence.end));

describe('sentences', () => {
  it('splits sentences that are glued together', () => {
    expect(sentencesOf('Shells fell on the region.The army denied it. "We did not."He left.')).toHaveLength(
      4,
    );
  });

  it('keeps titles, initials, clock times and abbreviated countries inside a sentence', () => {
    const text =
      'Gen. J. Petrov met U.S. officials at 4 p.m. ET in Washington. No. 5 battery fired on Oct. 3 at noon.';
    expect(sentencesOf(text)).toHaveLength(2);
  });

  it('ends a sentence after an abbreviation when a sentence opener follows', () => {
    expect(sentencesOf('The raid ended at 5 a.m. The army withdrew.')).toHaveLength(2);
  });

  it('sets a dateline apart', () => {
    expect(sentencesOf('(NNN)Rebels seized the town.')).toEqual(['(NNN)', 'Rebels seized the town.']);
    expect(sentencesOf('TRIPOLI (NN) - Rebels seized the town.')[1]).toBe('Rebels seized the town.');
  });

  it('joins lines that are merely wrapped and parts paragraphs', () => {
    const wrapped = Array.from(
      { length: 5 },
      () => 'the shelling of the valley went on without a pause all through the',
    ).join('\n');
    expect(sentencesOf(wrapped)).toHaveLength(1);
    expect(sentencesOf('A caption without a stop\n\nA sentence.')).toHaveLength(2);
  });

  it('does not end a sentence where a full line of wrapped text ends in an abbreviation or a bracket', () => {
    const lines = [
      'THE COLUMN OF THE LIBERATION FRONT [FRONT FOR THE LIBERATION OF VARENIA]',
      'ENTERED THE VALLEY AT DAWN AND FIRED AT A CONVOY OF SOLDIERS OF THE U.S.',
      'ARMY THAT WAS ON ITS WAY TO THE CAPITAL WITH FOOD AND WITH AMMUNITION FOR',
      'THE GARRISON, WHICH HAS BEEN CUT OFF SINCE THE BRIDGE FELL LAST WEEK, AS',
      'A SPOKESMAN OF THE MINISTRY SAID IN THE CAPITAL ON MONDAY.',
    ];
    expect(sentencesOf(lines.join('\n'))).toHaveLength(1);
  });

  it('stays linear on text without any boundary', () => {
    const long = analyse('x'.repeat(50_000));
    expect(long.sentences.length).toBeGreaterThan(5);
    expect(analyse('\n'.repeat(200_000)).sentences).toHaveLength(0);
  });
});

describe('tokens', () => {
  it('reproduce the text at their offsets, in order, inside their sentence, for any string', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'The truce',
        ' “held” ',
        '\n',
        '.',
        'U.S.',
        '😀',
        '\ud800',
        '\udc00',
        '’s ',
        '4 p.m.',
        '(',
        '"',
        '\u00a0',
        '\u200b',
        'Sana’a',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const sentence of analyse(text).sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          let at = sentence.start;
          for (const token of sentence.tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text);
            expect(token.start).toBeGreaterThanOrEqual(at);
            at = token.end;
          }
          expect(at).toBeLessThanOrEqual(sentence.end);
          last = sentence.end;
          clausesOf(sentence);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
