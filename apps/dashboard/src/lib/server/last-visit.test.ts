import { expect, it } from 'vitest';
import { visit } from './last-visit.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-24T12:00:00Z');

it('knows nothing on the first visit, and the end of the visit before on the next, for as long as it lasts', () => {
  const first = visit(undefined, noon);
  expect(first.since).toBeNull();
  const still = visit(first.cookie, noon + 20 * minute);
  expect(still.since).toBeNull();
  const next = visit(still.cookie, noon + 600 * minute);
  expect(next.since).toBe('2026-11-24T12:20:00.000Z');
  expect(visit(next.cookie, noon + 625 * minute).since).toBe('2026-11-24T12:20:00.000Z');
});

it('begins anew with a cookie that makes no sense', () => {
  for (const cookie of ['', 'x', '1', '1.2.3', '-1.5', `0.${noon + minute}`, '9'.repeat(400)])
    expect(visit(cookie, noon).since).toBeNull();
  expect(visit(`${noon}.${noon - minute}`, noon).since).toBe('2026-11-24T11:59:00.000Z');
});
