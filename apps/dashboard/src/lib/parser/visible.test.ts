import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test.each([
  ['truce', 'truce'],
  ['停火', '停火'],
  ['\u0000', 'U+0000'],
  ['a\u202eb', 'aU+202Eb'],
  ['\ud800', 'U+D800'],
  ['\u{e0001}', 'U+E0001'],
])('%j is shown as %j', (form, shown) => {
  expect(visible(form)).toBe(shown);
});
