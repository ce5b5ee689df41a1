import { describe, expect, it } from 'vitest';
import { eventsOf } from '../testing/article.ts';

/** The refs of the truces told, without doubles; published on Saturday, 17 October 2020. */
const refs = (text: string): string[] => [
  ...new Set(
    eventsOf(text)
      .filter(({ type }) => type === 'ceasefire')
      .flatMap(({ ceasefireRefs }) => ceasefireRefs),
  ),
];

describe('one truce in two sentences', () => {
  it.each([
    'Sudan and the RSF agreed on Tuesday to a truce. It is to take effect on Friday, October 23.',
    'Sudan and the RSF have accepted a nationwide truce, the UN said on Friday. The truce brokered by the UN comes into effect at 7 p.m. on Monday.',
    'Sudan and the RSF signed a ceasefire on Monday. The deal, which Egypt brokered, begins on Saturday, October 24.',
  ])('%s', (text) => {
    expect(refs(text)).toHaveLength(1);
    const agreed = eventsOf(text).find(({ step }) => step === 'agreed');
    expect(agreed?.effectiveAt).not.toBeNull();
  });

  it('and two in one', () => {
    expect(
      refs(
        'Sudan and the RSF agreed on Saturday to a truce, one week after a truce brokered by Egypt fell apart.',
      ),
    ).toHaveLength(2);
  });

  it('a new one beside the one called by its day', () => {
    const events = eventsOf(
      'Israel and Hamas agreed on Friday to hold their fire under a new ceasefire brokered by Egypt. Unlike the truce of August 4, it has no end.',
    );
    const agreed = events.filter(({ step }) => step === 'agreed');
    expect(agreed).toHaveLength(2);
    expect(agreed.find(({ when }) => when?.text === 'Friday')?.ceasefireRefs).not.toEqual(
      agreed.find(({ when }) => when?.text === 'August 4')?.ceasefireRefs,
    );
  });

  it('how the one of a day long past ended is not the end of the second', () => {
    const events = eventsOf(
      'The second ceasefire between Israel and Hamas was holding on Friday. Both remember how the truce of August 4 ended.',
    );
    const ref = (step: string) => events.find((event) => event.step === step)?.ceasefireRefs[0];
    expect(ref('expired')).not.toBe(ref('observed'));
  });
});
