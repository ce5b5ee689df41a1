import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('starts and ends that were only set', () => {
  it('"was to run out" is no end that came, but the one that was set', () => {
    const events = eventsOf(
      'Sudan and the RSF signed a truce on Tuesday. The truce was to run out on Monday.',
    );
    expect(find(events, 'ceasefire', 'expired')?.reality).toBe('future');
    expect(find(events, 'ceasefire', 'agreed')?.until?.text).toBe('Monday');
  });

  it('"took effect again" is no start of what was agreed', () => {
    const events = eventsOf(
      'The ceasefire between Colombia and the ELN took effect again on Tuesday, ten days after it had been suspended.',
    );
    expect(find(events, 'ceasefire', 'took_effect')?.when?.text).toBe('Tuesday');
    expect(find(events, 'ceasefire', 'agreed')?.effectiveAt ?? null).toBeNull();
  });
});

describe('a truce that a clause describes, and what became of it', () => {
  it('the main verb is after a noun of the clause', () => {
    const events = eventsOf("The truce that Sudan's army had declared for the floods expired on Monday.");
    expect(find(events, 'ceasefire', 'expired')?.when?.text).toBe('Monday');
    const declared = find(events, 'ceasefire', 'declared');
    expect(who(declared, 'initiator')).toEqual(['country:SD']);
    expect(declared?.when ?? null).toBeNull();
  });

  it('in the middle of a sentence', () => {
    const events = eventsOf(
      'Sudan and the RSF fought on Thursday, a day after a truce that they had agreed two weeks earlier fell apart.',
    );
    expect(find(events, 'ceasefire', 'collapsed')?.when?.earliest.slice(0, 10)).toMatch(/^2020-10-1[34]$/u);
  });

  it('who says on Monday that it holds does not say when it was signed', () => {
    const events = eventsOf(
      'The ceasefire signed in Geneva is holding, the UN mission in Libya said on Monday.',
    );
    expect(find(events, 'ceasefire', 'agreed')?.when ?? null).toBeNull();
    expect(find(events, 'ceasefire', 'observed')?.when?.text).toBe('Monday');
  });
});
