import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

describe('a truce that begins at once', () => {
  it.each([
    "Ethiopia's government on Friday declared a truce in Tigray, effective immediately.",
    "Ethiopia's government on Friday declared a truce in Tigray with immediate effect.",
  ])('%s', (text) => {
    const declared = find(eventsOf(text), 'ceasefire', 'declared');
    expect(declared?.when?.text).toBe('Friday');
    expect(declared?.effectiveAt?.earliest).toBe(declared?.when?.earliest);
  });

  it('not one that is only hoped for', () => {
    const events = eventsOf('Ethiopia urged Eritrea on Friday to agree to a truce, effective immediately.');
    expect(find(events, 'ceasefire', 'called_for')?.effectiveAt ?? null).toBeNull();
  });
});
