import { expect, it } from 'vitest';
import { healthOf } from './health.ts';

const now = Date.parse('2021-03-10T12:00:00Z');
const fine = {
  isPaused: false,
  error: null,
  addedAt: '2021-01-01T00:00:00Z',
  succeededAt: '2021-03-10T11:50:00Z',
  newAt: '2021-03-10T08:00:00Z',
  nextAt: '2021-03-10T12:05:00Z',
};

it.each([
  ['fine', {}],
  ['paused', { isPaused: true, error: 'It answered 404.' }],
  ['failing', { error: 'It answered 404.', nextAt: '2021-03-10T02:00:00Z' }],
  ['stale', { nextAt: '2021-03-10T11:49:00Z' }],
  ['new', { succeededAt: null, newAt: null, nextAt: '2021-03-10T11:59:00Z' }],
  ['silent', { newAt: '2021-03-02T08:00:00Z' }],
  ['silent', { newAt: null }],
  ['fine', { newAt: null, addedAt: '2021-03-09T00:00:00Z' }],
])('a feed is %s', (health, more) => {
  expect(healthOf({ ...fine, ...more }, now)).toBe(health);
});
