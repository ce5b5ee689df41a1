import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('who brought a truce about', () => {
  it.each([
    [
      "Sudan's army and the RSF signed a truce in Jeddah in talks hosted by Saudi Arabia and the United States.",
      ['country:SA', 'country:US'],
    ],
    [
      "Libya's rival governments signed a ceasefire in Geneva under the auspices of the United Nations.",
      ['org:un'],
    ],
    [
      'Following African Union-led talks in Pretoria, Ethiopia and the TPLF agreed to a cessation of hostilities.',
      ['org:au'],
    ],
    ['The Houthis and the United States reached a ceasefire with the help of Oman.', ['country:OM']],
    ['President Trump said that India and Pakistan had agreed to a full ceasefire.', ['country:US']],
    ['Hamas and Israel agreed to a truce. Days of Egyptian mediation had come before it.', ['country:EG']],
    ['Through Russian mediation, Armenia and Azerbaijan concluded a ceasefire.', ['country:RU']],
  ])('%s', (text, mediators) => {
    expect(who(find(eventsOf(text), 'ceasefire', 'agreed'), 'mediator').sort()).toEqual(mediators);
  });

  it('who announces what he himself has signed is a side', () => {
    const agreed = find(
      eventsOf(
        'Armenia and Azerbaijan were at war. The Armenian prime minister announced that he had signed a truce with Azerbaijan.',
      ),
      'ceasefire',
      'agreed',
    );
    expect(who(agreed, 'mediator')).toEqual([]);
  });

  it('the broker of the truce that failed did not broker the new one', () => {
    const [fresh] = eventsOf(
      'Armenia and Azerbaijan agreed to a truce on Saturday, a week after a truce brokered by Russia fell apart.',
    ).filter((event) => event.step === 'agreed');
    expect(who(fresh, 'mediator')).toEqual([]);
  });
});
