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

describe('dates that name a truce', () => {
  it('say which one it is, not when it was broken; two dates are two truces, and both were broken', () => {
    const events = eventsOf('Armenia broke the ceasefires of 10 and 18 October with Azerbaijan.', {
      publishedAt: '2020-10-25T00:00:00Z',
    });
    const broken = find(events, 'ceasefire', 'violated');
    const agreed = events.filter((event) => event.step === 'agreed');
    expect(broken?.when).toBeNull();
    expect(agreed.map((event) => event.when?.earliest.slice(5, 7))).toEqual(['10', '10']);
    expect(broken?.ceasefireRefs).toEqual(agreed.flatMap((event) => event.ceasefireRefs));
  });

  it('what became of one of years ago is background', () => {
    const events = eventsOf(
      'Veterans of Minsk remember the ceasefire of February 2015, which was broken at Debaltseve by Russia.',
    );
    expect(find(events, 'ceasefire', 'violated')?.reality).toBe('historical');
  });

  it('a truce that expires on a day to come has its end there', () => {
    const agreed = at('Israel and Hamas agreed to a four-day truce that expires on Friday.', 'agreed');
    expect(agreed?.until?.text).toBe('Friday');
  });
});
