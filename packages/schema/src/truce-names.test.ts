import { expect, test } from 'vitest';
import { mayNameOneTruce } from './truce-names.ts';

test.each([
  ['energy', 'energy'],
  ['gaza', 'gaza strip'],
  ['maritime', 'black sea'],
  ['holiday', 'eid al adha'],
  ['easter', 'orthodox easter'],
  ['local', 'taiz'],
  ['nationwide', 'countrywide'],
])('"%s" and "%s" may be one truce', (a, b) => {
  expect(mayNameOneTruce(a, b)).toBe(true);
  expect(mayNameOneTruce(b, a)).toBe(true);
});

test.each([
  ['energy', 'black sea'],
  ['aleppo', 'suwayda'],
  ['local', 'nationwide'],
  ['easter', 'christmas'],
  ['easter', 'energy'],
  ['holiday', 'taiz'],
  ['north kivu', 'north darfur'],
])('"%s" and "%s" are two', (a, b) => {
  expect(mayNameOneTruce(a, b)).toBe(false);
  expect(mayNameOneTruce(b, a)).toBe(false);
});
