import { describe, expect, test } from 'vitest';
import { copyFrom, likeness } from './likeness.ts';

const wire = [
  'The two governments agreed on Saturday to stop firing along the river at midnight, their ministers said after nine hours of talks.',
  'Artillery is to be moved ten kilometres back within three days, and observers from four countries will count the guns.',
  'Residents of the lower town came out of their cellars for the first time in eleven days and found the market in ruins.',
  'Both armies had accused one another of breaking an earlier truce, which lasted for less than a day.',
].join('\n\n');

describe('copies of a text', () => {
  test.each([
    ['with its last paragraph cut', wire.slice(0, wire.lastIndexOf('\n'))],
    ['with a paragraph of the paper’s own', `${wire}\n\nOur reporter adds that the night was quiet.`],
    [
      'with a place spelt otherwise and another dateline',
      `PORT ALDA: ${wire.replace('lower town', 'old town')}`,
    ],
  ])('%s', (_, copy) => {
    expect(likeness(wire, copy)).toBeGreaterThanOrEqual(copyFrom);
    expect(likeness(copy, wire)).toBe(likeness(wire, copy));
  });

  test('another report of the same day is none, nor a short quotation', () => {
    const own =
      'Guns fell silent along the river at midnight after the two governments agreed on a truce, people in the lower town said. Observers are expected on Monday.';
    expect(likeness(wire, own)).toBeLessThan(0.2);
    expect(likeness(wire, wire.slice(0, 130))).toBeLessThan(copyFrom);
    expect(likeness('', wire)).toBe(0);
  });
});
