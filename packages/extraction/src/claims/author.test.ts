import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

describe('an article that is itself a statement', () => {
  const statement =
    'Armenia shelled the town of Terter today. We condemn the attack on Azerbaijan and call for a ceasefire. Turkey stands with the people of Azerbaijan.';

  it('is told by its author', () => {
    expect(find(eventsOf(statement), 'attack')?.claims).toMatchObject([
      { by: 'Turkey', polarity: 'accuses' },
    ]);
  });

  it('what "we" call for its author calls for', () => {
    expect(who(find(eventsOf(statement), 'ceasefire', 'called_for'), 'initiator')).toEqual(['country:TR']);
  });

  it('is none where somebody is quoted with "we"', () => {
    const news =
      'Armenia shelled the town of Terter. "We condemn the attack," an official said. Turkey called for a ceasefire.';
    expect(find(eventsOf(news), 'attack')?.claims.map(({ by }) => by)).not.toContain('Turkey');
  });
});
