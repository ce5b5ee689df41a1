import { expect, it } from 'vitest';
import { hoursWords } from './hours-words.ts';

it('keeps both bounds and never makes one number of a stretch', () => {
  expect(hoursWords({ min: 0, max: 0 })).toBe('at once');
  expect(hoursWords({ min: 0.08, max: 0.08 })).toBe('5 min');
  expect(hoursWords({ min: 0, max: 10.92 })).toBe('up to 10 h 55 min');
  expect(hoursWords({ min: 8, max: 32 })).toBe('8 h to 1 d 8 h');
  expect(hoursWords({ min: 17, max: null })).toBe('at least 17 h, and not over');
});
