import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

describe('guns that are silent', () => {
  it('in a headline without a verb, where the text speaks of a truce', () => {
    const title = 'AU monitors: guns silent in Tigray';
    const held = eventsOf('The truce between Ethiopia and the TPLF is in its second week.', { title });
    expect(find(held, 'ceasefire', 'observed')).toBeDefined();
    const none = eventsOf('Ethiopia won the war two years ago. Farmers are back in their fields.', { title });
    expect(find(none, 'ceasefire', 'observed')).toBeUndefined();
  });
});
