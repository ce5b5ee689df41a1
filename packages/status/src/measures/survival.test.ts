import { expect, test } from 'vitest';
import { survivalOf } from './survival.ts';

test('a truce that still stands counts for as long as it has stood', () => {
  const { shortest } = survivalOf([
    { min: 10, max: 12 },
    { min: 30, max: 30 },
    { min: 20, max: null },
  ]);
  expect(shortest).toEqual([
    { hours: 10, atRisk: 3, share: 0.6667 },
    { hours: 30, atRisk: 1, share: 0 },
  ]);
});

test('the two curves use the least and the most hours that each can have lasted', () => {
  const { shortest, longest } = survivalOf([{ min: 1, max: 48 }]);
  expect([shortest[0]?.hours, longest[0]?.hours]).toEqual([1, 48]);
  expect(survivalOf([])).toEqual({ shortest: [], longest: [] });
});
