import { expect, it } from 'vitest';
import { knownZone } from './zone.ts';

it('takes a zone by its name, and nothing else that a cookie may say', () => {
  expect(knownZone('Asia/Baku')).toBe('Asia/Baku');
  for (const no of [undefined, '', 'Mars/Olympus', '<b>', 'x'.repeat(9_000)])
    expect(knownZone(no)).toBe(null);
});
