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
    ['Hamas and Israel agreed to a truce. Qatar mediated.', ['country:QA']],
    [
      'Hamas and Israel agreed to a truce that starts on Monday, mediators Egypt and Qatar announced.',
      ['country:EG', 'country:QA'],
    ],
    [
      'Armenia and Azerbaijan agreed on a ceasefire at a meeting in Moscow with Russia as a mediator.',
      ['country:RU'],
    ],
    [
      'The FARC and Colombia signed a ceasefire on Thursday. Cuba and Norway have been guarantors of the talks.',
      ['country:CU', 'country:NO'],
    ],
    [
      'The ceasefire between Armenia and Azerbaijan has been signed. "We note the constructive role of the Russian Federation in reaching this agreement," the ministry said.',
      ['country:RU'],
    ],
    [
      'Congo and the M23 agreed to a ceasefire on Friday. The UN envoy, under whose auspices the talks were held, thanked them.',
      ['org:un'],
    ],
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

describe('who brought two together otherwise', () => {
  it('who hosts talks is not one of those who talk', () => {
    const talks = find(
      eventsOf('Armenia fought Azerbaijan. Egypt hosted talks between them on Monday.'),
      'talks',
    );
    expect(who(talks, 'mediator')).toEqual(['country:EG']);
    expect(who(talks, 'party').sort()).toEqual(['country:AM', 'country:AZ']);
  });

  it('who receives a guest talks with him', () => {
    const talks = find(eventsOf('Putin hosted Erdogan for talks in Sochi.'), 'talks');
    expect(who(talks, 'mediator')).toEqual([]);
  });

  it('an exchange has its mediator in the next sentence', () => {
    const exchange = find(
      eventsOf(
        'Armenia and Azerbaijan exchanged the bodies of soldiers on Friday. They had been collected through the help and participation of the Red Cross.',
      ),
      'exchange',
    );
    expect(who(exchange, 'mediator')).toEqual(['org:icrc']);
  });

  it('talks and the truce that came of them have one', () => {
    const events = eventsOf(
      'The Houthis and Yemen agreed to a ceasefire brokered by Oman. A week of talks between the two sides in Muscat had come before.',
    );
    expect(who(find(events, 'talks'), 'mediator')).toEqual(['country:OM']);
  });
});
