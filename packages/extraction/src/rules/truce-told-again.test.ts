import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('a truce told of again', () => {
  it.each([
    ['Israel and Hamas signed a truce in May. It collapsed in August.', 'collapsed'],
    ['Israel and Hamas signed a truce in May. In June they prolonged it until July.', 'extended'],
    ['Israel and Hamas signed a truce in May. Hamas broke it on Friday, Israel said.', 'violated'],
    ['Hamas kept a truce over the holiday, which expired on Friday.', 'expired'],
    ['Russia offered a truce over Easter. Ukraine rejected the offer.', 'rejected'],
    ['The truce in Yemen ran until Sunday. The two sides failed to agree on an extension.', 'extended'],
  ] as const)('%s', (text, step) => {
    expect(find(eventsOf(text), 'ceasefire', step)).toBeDefined();
  });

  it('who turns down a truce that another ordered', () => {
    const events = eventsOf(
      'Russia ordered a Christmas truce in Ukraine. Ukraine rejected the order as a trick.',
    );
    expect(who(find(events, 'ceasefire', 'rejected'), 'initiator')).toEqual(['country:UA']);
  });

  it('what goes on in a year long past is background', () => {
    const events = eventsOf(
      'The truce between Israel and Hamas was holding on Friday. In 2014 they signed one in Cairo, and it collapsed within days.',
    );
    expect(find(events, 'ceasefire', 'collapsed')?.reality).toBe('historical');
  });

  it('an "it" that holds an area is no truce', () => {
    const events = eventsOf(
      'The truce with Armenia began in May. The army withdrew from some areas it held near Agdam.',
    );
    expect(find(events, 'ceasefire', 'observed')).toBeUndefined();
  });
});
