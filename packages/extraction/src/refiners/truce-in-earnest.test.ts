import { describe, expect, it } from 'vitest';
import { eventsOf } from '../testing/article.ts';

const truces = (text: string) => eventsOf(text).filter((event) => event.type === 'ceasefire').length;

describe('a truce as a figure of speech', () => {
  it('is none in an article without war, weapons or states', () => {
    expect(
      truces(
        'Two bakeries in the old town have called a truce in their price war. Both had sold bread at a loss since spring. Customers queued round the corner. The guild welcomed the end of the quarrel.',
      ),
    ).toBe(0);
  });

  it.each([
    'The local truce in Taiz expired on Wednesday. The road is as closed as before. The elders will try again. They have until the harvest.',
    'The ceasefire signed in Pretoria was holding on Tuesday, the African Union said. Its staff had seen no breach. They had been there for a month. They will stay.',
  ])('is one of a place, or that others watch: %s', (text) => {
    expect(truces(text)).toBeGreaterThan(0);
  });

  it('is one where soldiers appear, whoever they are', () => {
    expect(
      truces(
        'The two clans agreed to a truce on Friday. Dozens of their militia had died. Elders met under a tree. Markets opened again.',
      ),
    ).toBeGreaterThan(0);
  });

  it('a trade war has a truce of its own', () => {
    expect(
      eventsOf('The United States and China agreed a truce in their trade war on Monday.').filter(
        ({ type }) => type === 'ceasefire',
      ),
    ).toEqual([]);
  });
});
