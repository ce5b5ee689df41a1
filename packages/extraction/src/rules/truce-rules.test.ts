import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('truce rules', () => {
  it('agreed: by two sides, with its start', () => {
    const event = find(
      eventsOf(
        'Israel and Hezbollah agreed to a ceasefire that will start at 4 a.m. local time on Sunday in Lebanon.',
      ),
      'ceasefire',
      'agreed',
    );
    expect(who(event, 'party')).toEqual(['country:IL', 'group:hezbollah']);
    expect(event?.reality).toBe('actual');
  });

  it('agreed: an end to the fighting counts, whatever it is called', () => {
    expect(
      find(
        eventsOf('Ethiopia and Tigrayan forces agreed to halt the fighting on Friday.'),
        'ceasefire',
        'agreed',
      ),
    ).toBeDefined();
  });

  it('a wish or a refusal is no agreement', () => {
    const events = eventsOf('The Houthis refused to sign a ceasefire. Oman hopes for a truce in Yemen.');
    expect(events.filter((event) => event.step === 'agreed' && event.reality === 'actual')).toEqual([]);
  });

  it('called for: the caller is the initiator', () => {
    const event = find(
      eventsOf('France called for an immediate ceasefire between Armenia and Azerbaijan.'),
      'ceasefire',
      'called_for',
    );
    expect(who(event, 'initiator')).toEqual(['country:FR']);
  });

  it('called for: asking both sides to keep a truce', () => {
    const event = find(
      eventsOf('The United Nations urged Sudan and the Rapid Support Forces to respect the truce.'),
      'ceasefire',
      'called_for',
    );
    expect(who(event, 'initiator')).toEqual(['org:un']);
    expect(who(event, 'recipient')).toEqual(['country:SD', 'group:rsf']);
  });

  it('violated: one event for each accused side', () => {
    const events = eventsOf(
      'India and Pakistan agreed to a ceasefire on Thursday. India and Pakistan accused each other of violating the ceasefire on Friday.',
    );
    const violations = events.filter((event) => event.step === 'violated');
    expect(violations.map((event) => who(event, 'initiator')[0]).sort()).toEqual([
      'country:IN',
      'country:PK',
    ]);
    for (const violation of violations) expect(violation.claims[0]?.polarity).toBe('accuses');
  });

  it('violated: accused by one side only', () => {
    const events = eventsOf('Ukraine accused Russia of breaching the ceasefire in Donbas.');
    expect(who(find(events, 'ceasefire', 'violated'), 'initiator')).toEqual(['country:RU']);
    expect(events.filter((event) => event.step === 'violated')).toHaveLength(1);
  });

  it('collapsed, took effect, observed, extended, rejected', () => {
    expect(
      find(
        eventsOf('The ceasefire between Israel and Hamas collapsed on Tuesday.'),
        'ceasefire',
        'collapsed',
      ),
    ).toBeDefined();
    expect(
      find(
        eventsOf('The truce between Israel and Hamas took effect at noon on Friday.'),
        'ceasefire',
        'took_effect',
      ),
    ).toBeDefined();
    expect(
      find(
        eventsOf('The ceasefire between Israel and Hamas was holding on Friday.'),
        'ceasefire',
        'observed',
      ),
    ).toBeDefined();
    expect(
      find(eventsOf('Israel and Hamas extended the truce on Monday.'), 'ceasefire', 'extended'),
    ).toBeDefined();
    expect(
      who(
        find(eventsOf('The Taliban rejected a ceasefire offered by Kabul.'), 'ceasefire', 'rejected'),
        'initiator',
      ),
    ).toEqual(['group:taliban']);
  });

  it('names the mediator of a brokered truce', () => {
    const event = find(
      eventsOf('Israel and Hamas agreed to a truce brokered by Egypt on Friday.'),
      'ceasefire',
      'agreed',
    );
    expect(who(event, 'mediator')).toEqual(['country:EG']);
  });

  it('keeps an old truce apart from the new one', () => {
    const events = eventsOf(
      'Armenia and Azerbaijan agreed to a new truce on Saturday. The new agreement follows the collapse of the Russian-brokered ceasefire of last week. The 1994 ceasefire ended an earlier war.',
    );
    const fresh = find(events, 'ceasefire', 'agreed');
    const historical = events.find((event) => event.type === 'ceasefire' && event.reality === 'historical');
    const collapsed = find(events, 'ceasefire', 'collapsed');
    expect(new Set([fresh, historical, collapsed].map((event) => event?.ceasefireRefs[0])).size).toBe(3);
  });
});
