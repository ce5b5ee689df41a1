import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

/** Published on Saturday, 17 October 2020. */
const days = (text: string) => {
  const events = eventsOf(text);
  const day = (step: 'violated' | 'agreed') => find(events, 'ceasefire', step)?.when?.text ?? null;
  return { violated: day('violated'), agreed: day('agreed') };
};

describe('the time of a breach', () => {
  it.each([
    ['Armenia accused Azerbaijan of violating the truce on Thursday night.', 'Thursday night'],
    ['Armenia accused Azerbaijan of repeated violations of the ceasefire on Friday.', 'Friday'],
    [
      'Azerbaijan said that Armenian troops had violated the truce on Wednesday by shelling Terter.',
      'Wednesday',
    ],
    ['Azerbaijan breached the ceasefire early on Friday, Yerevan said.', 'early on Friday'],
  ])('%s', (text, day) => {
    expect(days(text)).toEqual({ violated: day, agreed: null });
  });

  it.each([
    [
      'Armenia accused Azerbaijan on Thursday of breaking the truce by shelling Martuni on Wednesday night.',
      'Wednesday night',
    ],
    [
      'The UN confirmed on Thursday that Armenia broke the truce when it shelled Terter on October 13.',
      'October 13',
    ],
    [
      'Armenia accused Azerbaijan on Thursday of breaking the truce after it took effect on Wednesday.',
      'Thursday',
    ],
  ])('how it was done dates it: %s', (text, day) => {
    expect(days(text).violated).toBe(day);
  });

  it('"the truce of Saturday" has its own', () => {
    expect(days('Armenia accused Azerbaijan of violating the truce of October 10.')).toEqual({
      violated: null,
      agreed: 'October 10',
    });
  });
});
