import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('whose a truce is', () => {
  it("one side's own is what it has declared", () => {
    const events = eventsOf('Hamas was accused by Israel on Friday of breaking its own truce.');
    expect(find(events, 'ceasefire', 'agreed')).toBeUndefined();
    const extended = eventsOf('Hamas extended its ceasefire on Friday by a week.');
    expect(who(find(extended, 'ceasefire', 'declared'), 'initiator')).toEqual(['group:hamas']);
  });

  it('one with another is agreed', () => {
    const events = eventsOf('Colombia on Tuesday ended its ceasefire with the ELN.');
    expect(find(events, 'ceasefire', 'declared')).toBeUndefined();
  });

  it('who declares one alone, even if named with its country, is one side', () => {
    const declared = find(
      eventsOf("Sudan's Rapid Support Forces on Monday declared a unilateral ceasefire for the feast."),
      'ceasefire',
      'declared',
    );
    expect(who(declared, 'initiator')).toEqual(['group:rsf']);
    expect(who(declared, 'party')).toEqual([]);
  });

  it("one declared with others is that side's towards them", () => {
    const declared = find(
      eventsOf("Myanmar's army declared a temporary ceasefire with the Arakan Army on Friday."),
      'ceasefire',
      'declared',
    );
    expect(who(declared, 'party')).toEqual([]);
    expect(who(declared, 'recipient')).toHaveLength(1);
  });
});
