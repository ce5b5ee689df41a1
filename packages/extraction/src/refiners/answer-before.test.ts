import type { Event } from '@trucewatch/schema';
import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const said = (event: Event | undefined) => event?.claims.map(({ by, polarity }) => `${by} ${polarity}`) ?? [];

describe('answers to what was told before', () => {
  it.each([
    ['Tehran denied it.', 'Tehran denies'],
    ['Tehran denied any involvement.', 'Tehran denies'],
    ['Tehran called the report a fabrication.', 'Tehran denies'],
    ['Tehran said its troops had nothing to do with it.', 'Tehran denies'],
  ])('%s', (answer, claim) => {
    const events = eventsOf(`Israel said that Iran shelled Haifa on Friday. ${answer}`);
    expect(said(find(events, 'attack'))).toContain(claim);
  });

  it.each([
    ["Moscow denied its men's hand in the incident.", 'Moscow denies'],
    ['Moscow said that renegades were to blame, not its men.', 'Moscow denies'],
  ])('where nobody is known by name: %s', (answer, claim) => {
    const events = eventsOf(`Gunmen killed a policeman near the village of Banjska on Friday. ${answer}`);
    expect(said(find(events, 'attack'))).toEqual([claim]);
    expect(events.map(({ type }) => type)).toEqual(['attack']);
  });

  it('an accusation that is denied was made', () => {
    const attack = find(
      eventsOf(
        'The insurgents deny accusations that they slaughtered hundreds of villagers in Tole in June.',
      ),
      'attack',
    );
    expect(attack?.reality).toBe('actual');
    expect(said(attack)).toEqual(['insurgents denies']);
  });

  it('who is blamed is accused of it', () => {
    const attack = find(
      eventsOf('A car bomb killed 21 people at a police academy in Bogota. The minister blamed the ELN.'),
      'attack',
    );
    expect(said(attack)).toEqual(['minister accuses']);
    expect(who(attack, 'initiator')).toEqual(['group:eln']);
  });

  it('a denial of something else is none', () => {
    const events = eventsOf('Iran shelled Haifa on Friday. Tehran rejected calls for a meeting.');
    expect(said(find(events, 'attack'))).toEqual([]);
  });
});
