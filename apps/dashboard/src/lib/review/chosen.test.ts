import { expect, test } from 'vitest';
import { trimmed } from './chosen.ts';

test('words are chosen without the space around them, and space alone is nothing', () => {
  const text = 'They agreed  on Friday.';
  expect(trimmed({ part: 'text', start: 11, end: 16 }, text)).toEqual({
    part: 'text',
    start: 13,
    end: 15,
    words: 'on',
  });
  expect(trimmed({ part: 'text', start: 11, end: 13 }, text)).toBeNull();
});
