import { expect, it } from 'vitest';
import { readInstant } from './instant-parameter.ts';

it('reads an instant with or without seconds and zone, and a day as its end', () => {
  expect(readInstant('2020-10-17T20:00Z')).toBe('2020-10-17T20:00:00.000Z');
  expect(readInstant('2020-10-17T20:00')).toBe('2020-10-17T20:00:00.000Z');
  expect(readInstant('2020-10-18T00:00:00+04:00')).toBe('2020-10-17T20:00:00.000Z');
  expect(readInstant('2020-10-17')).toBe('2020-10-17T23:59:59.000Z');
});

it('takes nothing else for an instant', () => {
  expect(['yesterday', '17/10/2020', '2020-13-45', '2020-10-17T99:00Z', '1'].map(readInstant)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
