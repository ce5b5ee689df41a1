import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('peoples that no list has', () => {
  it('both of "the A and B tribes"', () => {
    for (const text of [
      'The Korin and Malu tribes signed a truce on Friday.',
      'Leaders of the Korin and Malu clans signed a truce on Friday.',
    ])
      expect(who(find(eventsOf(text), 'ceasefire', 'agreed'), 'party')).toEqual(['Korin', 'Malu']);
    const events = eventsOf('The truce between the Korin and Malu tribes was holding on Friday.');
    expect(who(find(events, 'ceasefire', 'observed'), 'party')).toEqual(['Korin', 'Malu']);
  });

  it('and swapping them mirrors what is told', () => {
    const told = (a: string, b: string) => {
      const events = eventsOf(`The ${a} tribe accused the ${b} tribe of breaking the truce on Friday.`);
      return who(find(events, 'ceasefire', 'violated'), 'initiator');
    };
    expect([told('Korin', 'Malu'), told('Malu', 'Korin')]).toEqual([['Malu'], ['Korin']]);
  });

  it('whose gunmen they are', () => {
    const attack = find(
      eventsOf('Gunmen of the Korin tribe attacked fighters of the Malu tribe on Friday.'),
      'attack',
    );
    expect(who(attack, 'initiator')).toEqual(['Korin']);
  });

  it('"Korin leaders", once their tribe is told of', () => {
    const events = eventsOf(
      'The Korin tribe buried its dead. Korin leaders signed a truce with the Malu tribe on Friday.',
    );
    expect(who(find(events, 'ceasefire', 'agreed'), 'party')).toContain('Korin');
  });
});
