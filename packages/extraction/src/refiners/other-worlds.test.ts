import { describe, expect, it } from 'vitest';
import { eventsOf } from '../testing/article.ts';

const violence = (text: string) =>
  eventsOf(text).filter(({ type }) => type === 'attack' || type === 'clash' || type === 'detention');

describe('the words of war elsewhere', () => {
  it('sport, medicine and games attack nobody', () => {
    expect(
      violence(
        'The league leaders attacked from the first minute. Their striker fired two goals past the goalkeeper, and the visitors hit back before halftime.',
      ),
    ).toEqual([]);
    expect(
      violence(
        'The parasite invades red blood cells, the researchers said. A vaccine could stop the infection before it attacks the liver.',
      ),
    ).toEqual([]);
  });

  it('teams meet and traders call truces', () => {
    expect(
      eventsOf(
        'Wales meet Argentina in Marseille in the quarter-finals. Fiji survived a late Portuguese assault to reach the tournament in a match that the fans will remember.',
      ),
    ).toEqual([]);
    expect(
      eventsOf(
        'Shares rose after the United States and China agreed a truce in their trade war. Tariffs will fall on Wednesday. Investors and carmakers welcomed the ceasefire.',
      ).filter(({ type }) => type === 'ceasefire'),
    ).toEqual([]);
  });

  it('a war that is told beside them stays one', () => {
    expect(
      violence(
        'Soldiers shelled the stadium during the football match on Friday, killing two players. The league called off the season.',
      ).length,
    ).toBeGreaterThan(0);
  });
});
