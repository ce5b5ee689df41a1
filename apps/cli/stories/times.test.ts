import { describe, expect, it } from 'vitest';
import { isWithin, stretches } from './times.ts';

const at = (earliest: string, latest = earliest) => ({ earliest, latest });

describe('times of a story', () => {
  it('takes a day in its zone, and in another, and nothing wider', () => {
    const day = stretches('2026-02-12', '+07:00');
    expect(isWithin(at('2026-02-11T17:00:00Z', '2026-02-12T16:59:59Z'), day)).toBe(true);
    expect(isWithin(at('2026-02-12T00:00:00Z', '2026-02-12T23:59:59Z'), day)).toBe(true);
    expect(isWithin(at('2026-02-10T17:00:00Z', '2026-02-12T16:59:59Z'), day)).toBe(false);
    expect(isWithin(at('2026-02-13T02:00:00Z'), day)).toBe(false);
  });

  it('takes a minute as the minute, and either of two alternatives', () => {
    const either = stretches('2026-02-12T17:00Z|2026-02-13', '+00:00');
    expect(isWithin(at('2026-02-12T17:00:00Z'), either)).toBe(true);
    expect(isWithin(at('2026-02-12T18:00:00Z'), stretches('2026-02-12T17:00Z', '+00:00'))).toBe(false);
    expect(isWithin(at('2026-02-13T09:00:00Z'), either)).toBe(true);
  });
});
