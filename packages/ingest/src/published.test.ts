import { expect, test } from 'vitest';
import { publicationTime } from './published.ts';

test.each([
  ['2021-03-06T21:40:00+02:00', '2021-03-06T21:40:00+02:00'],
  ['2021-03-06T21:40:00.123Z', '2021-03-06T21:40:00Z'],
  ['2021-03-06 21:40 +0200', '2021-03-06T21:40:00+02:00'],
  ['20210306T214000Z', '2021-03-06T21:40:00Z'],
  ['Sat, 06 Mar 2021 21:40:00 EST', '2021-03-06T21:40:00-05:00'],
  ['6 Mar 21 9:40 GMT', '2021-03-06T09:40:00Z'],
  ['March 6, 2021 at 9:40 p.m. GMT', '2021-03-06T21:40:00Z'],
  ['March 6th, 2021', '2021-03-06'],
  ['1615059600', '2021-03-06T19:40:00.000Z'],
  // An hour of which nobody says where is no instant.
  ['2021-03-06T21:40:00', '2021-03-06'],
  ['Sat, 06 Mar 2021 21:40:00 XYZ', '2021-03-06'],
  ['2021-02-30', undefined],
  ['0001-01-01T00:00:00Z', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%s was published at %s', (written, expected) => {
  expect(publicationTime(written)).toBe(expected);
});
