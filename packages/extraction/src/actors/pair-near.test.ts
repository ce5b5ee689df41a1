import { expect, it } from 'vitest';
import { eventsOf, who } from '../testing/article.ts';

const roundUp = `Ukraine and Russia swapped ninety prisoners on Thursday. Russian forces shelled Kharkiv overnight, Ukraine said. Ukraine and Russia have not agreed to a truce.

In Sudan the army and the Rapid Support Forces broke a truce brokered by the United States and Saudi Arabia. Both sides accused each other of violating it.`;

it('in a round-up of several wars, "both sides" are those of the war that is told just there', () => {
  const breaches = eventsOf(roundUp, { publishedAt: '2023-06-22T10:00:00Z' }).filter(
    ({ step, reality }) => step === 'violated' && reality === 'actual',
  );
  const sides = new Set(breaches.flatMap((event) => who(event, 'initiator')));
  expect([...sides].sort()).toEqual(['country:SD', 'group:rsf']);
});
