import { expect, it } from 'vitest';
import { shortened } from './shortened.ts';

it('cuts a long quote after a whole word and shows the cut', () => {
  expect(shortened('The truce held through the night.', 20)).toBe('The truce held …');
  expect(shortened('The truce held.', 20)).toBe('The truce held.');
  expect(shortened('Unbroken'.repeat(5), 20)).toBe('UnbrokenUnbrokenUnbr …');
});
