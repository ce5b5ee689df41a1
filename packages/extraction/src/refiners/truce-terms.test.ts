import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

const at = (text: string, step: 'agreed' | 'declared' | 'took_effect') =>
  find(eventsOf(text, { publishedAt: '2025-06-17T20:00:00Z' }), 'ceasefire', step);

describe('from when to when a truce runs', () => {
  it.each([
    'Sudan and the RSF agreed on Monday to a seven-day truce to begin on June 20.',
    'Sudan and the RSF agreed on Monday to a seven-day truce starting on June 20.',
    'Sudan and the RSF agreed on Monday to a truce that will take effect on June 20.',
  ])('%s', (text) => {
    const agreed = at(text, 'agreed');
    expect(agreed?.effectiveAt?.latest.slice(0, 10)).toBe('2025-06-20');
    expect(agreed?.when?.text).toBe('Monday');
  });

  it('a weekday that is near starts a truce to come', () => {
    const declared = at(
      'Putin declared a truce in Ukraine from 6 p.m. on Wednesday until midnight on Thursday.',
      'declared',
    );
    expect(declared?.effectiveAt?.earliest.slice(0, 10)).toBe('2025-06-18');
    expect(declared?.until).not.toBeNull();
  });

  it('a truce that took effect on a day has it as its start', () => {
    expect(at('The truce between Israel and Hamas began on Monday.', 'took_effect')?.effectiveAt?.text).toBe(
      'Monday',
    );
  });

  it('a start told in a sentence of its own is an event to come, and the start of what was agreed', () => {
    const events = eventsOf('Sudan and the RSF signed a truce. The deal takes effect at noon on Wednesday.', {
      publishedAt: '2025-06-17T20:00:00Z',
    });
    expect(find(events, 'ceasefire', 'took_effect')?.reality).toBe('future');
    expect(find(events, 'ceasefire', 'agreed')?.effectiveAt?.text).toBe('noon on Wednesday');
  });
});
