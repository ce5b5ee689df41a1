import { describe, expect, it } from 'vitest';
import { eventsOf, who } from '../testing/article.ts';

const order = (text: string) =>
  eventsOf(text)
    .filter(({ step }) => step === 'violated')
    .map((event) => [who(event, 'initiator')[0], event.claims[0]?.by]);

describe('two who accuse each other', () => {
  const both = 'Armenia and Azerbaijan accused each other of violating the ceasefire.';

  it('are two claims, each of the other', () => {
    expect(order(both)).toEqual([
      ['country:AM', 'Azerbaijan'],
      ['country:AZ', 'Armenia'],
    ]);
  });

  it.each([
    ['Armenian officials', 'Azerbaijani', 'country:AZ'],
    ['Azerbaijani officials', 'Armenian', 'country:AM'],
  ])('come in the order in which %s tell of it first', (speakers, others, accused) => {
    expect(order(`${both} ${speakers} said that ${others} forces shelled a village.`)[0]?.[0]).toBe(accused);
  });
});
