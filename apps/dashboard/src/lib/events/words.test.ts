import { cutSpan } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.ts';
import { eventTitle } from './words.ts';

const span = cutSpan({ text: 'more than 50' }, 0, 12);

describe('events in words', () => {
  it('names a ceasefire by its step and an attack by how it was done', () => {
    expect(eventTitle({ type: 'ceasefire', step: 'violated' })).toBe('Violation alleged');
    expect(eventTitle({ type: 'attack', mode: 'missile' })).toBe('Attack: missile');
    expect(eventTitle({ type: 'attack', mode: 'other' })).toBe('Attack');
  });

  it('gives a count the hedge and the number that the text has', () => {
    expect(
      countWords({ of: 'wounded', group: 'unknown', low: 51, high: null, qualifier: 'more_than', span }),
    ).toBe('more than 50 people wounded');
    expect(
      countWords({ of: 'killed', group: 'civilians', low: 13, high: null, qualifier: 'at_least', span }),
    ).toBe('at least 13 civilians killed');
    expect(countWords({ of: 'killed', group: 'military', low: 40, high: 60, qualifier: 'exact', span })).toBe(
      '40 to 60 military killed',
    );
  });

  it('never passes off a vague word as a number', () => {
    expect(
      countWords({ of: 'killed', group: 'unknown', low: 24, high: null, qualifier: 'vague', span }),
    ).toContain('unstated');
  });
});
