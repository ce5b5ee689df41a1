import { describe, expect, it } from 'vitest';
import { rateLimit } from './rate-limit.ts';

describe('the limit on submissions', () => {
  it('stops the one who is too quick, says how long to wait, and lets others go on', () => {
    const limit = rateLimit(2, 60_000);
    expect([limit('a', 0), limit('a', 10_000), limit('a', 20_000), limit('b', 20_000)]).toEqual([
      0, 0, 40, 0,
    ]);
  });

  it('lets go on as soon as the oldest act is out of the window', () => {
    const limit = rateLimit(1, 60_000);
    expect([limit('a', 0), limit('a', 59_999), limit('a', 60_000)]).toEqual([0, 1, 0]);
  });
});
