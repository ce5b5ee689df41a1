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
