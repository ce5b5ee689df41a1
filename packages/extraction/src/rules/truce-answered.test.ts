import { describe, expect, it } from 'vitest';
import { eventsOf, find, who } from '../testing/article.ts';

const before = 'The rebels in Thailand declared a truce on Friday. ';

describe('what others do about a truce', () => {
  it.each([
    ['Malaysia urged Bangkok to reciprocate.', 'called_for', 'country:MY'],
    ['Malaysia called on Thailand to honour its commitments.', 'called_for', 'country:MY'],
    ['Thailand said it would follow suit.', 'declared', 'country:TH'],
    ['Thailand said it was no longer bound by the text.', 'terminated', 'country:TH'],
    ['Thailand brushed the offer aside.', 'rejected', 'country:TH'],
    ['Thailand said that was "not realistic".', 'rejected', 'country:TH'],
    ['Thailand vowed to have no part in it.', 'rejected', 'country:TH'],
  ] as const)('%s', (text, step, by) => {
    const [, ...after] = eventsOf(before + text);
    expect(who(find(after, 'ceasefire', step), 'initiator')).toEqual([by]);
  });

  it('without a truce told before, nobody answers one', () => {
    expect(
      eventsOf('The airport in Bangkok cut its fees on Friday. Malaysia urged Thailand to reciprocate.').some(
        ({ type }) => type === 'ceasefire',
      ),
    ).toBe(false);
  });

  it.each([
    ['An Egyptian-mediated calm between Israel and Hamas went into force on Thursday.', 'took_effect'],
    ['Sadr announced a freeze on armed action in August.', 'declared'],
    ['The URNG announced that it suspends its offensive military actions.', 'declared'],
    ['The RSF said yes to a humanitarian pause in Sudan.', 'agreed'],
    ['A truce was reached in Georgia. The night passed without exchanges of fire.', 'observed'],
    ['Chad and the rebels promised each other a halt to the fighting.', 'agreed'],
  ] as const)('%s', (text, step) => {
    expect(find(eventsOf(text), 'ceasefire', step)).toBeDefined();
  });

  it('who calls a truce fragile has not called one', () => {
    const events = eventsOf('The truce in Gaza began on Thursday. Olmert called the truce "fragile".');
    expect(find(events, 'ceasefire', 'declared')).toBeUndefined();
  });

  it.each([
    'Delegates from Sudan and the RSF put their signatures to a permanent truce on Thursday.',
    'Sudan and the RSF signed an agreement on Thursday, which foresees the immediate stopping of all hostilities.',
    'Sudan and the RSF have made peace.',
  ])('%s', (text) => {
    expect(find(eventsOf(text), 'ceasefire', 'agreed')).toBeDefined();
  });
});
