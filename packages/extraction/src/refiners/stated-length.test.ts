import { describe, expect, it } from 'vitest';
import { eventsOf, find } from '../testing/article.ts';

/** The stated end; published on Saturday, 17 October 2020. */
const until = (text: string, step: 'agreed' | 'declared' | 'extended' = 'agreed'): string | null => {
  const moment = find(eventsOf(text), 'ceasefire', step)?.until;
  return moment ? `${moment.earliest.slice(0, 16)} ${moment.latest.slice(0, 16)}` : null;
};

describe('the end of a truce from its length', () => {
  it.each([
    [
      'Sudan and the RSF agreed on Friday to a 72-hour truce. It is to begin at 6 a.m. on Monday.',
      '2020-10-22T04:00 2020-10-22T04:00',
    ],
    [
      'Sudan and the RSF signed a truce on Friday. It begins at noon on Monday. It is to last 72 hours.',
      '2020-10-22T10:00 2020-10-22T10:00',
    ],
    [
      'Sudan and the RSF agreed on Friday to a ten-day truce starting on October 19.',
      '2020-10-27T22:00 2020-10-28T21:59',
    ],
    [
      'Sudan and the RSF agreed on Friday to a two-month truce that begins at noon on Monday.',
      '2020-12-19T10:00 2020-12-19T10:00',
    ],
    [
      'Turkey agreed on Thursday to suspend its offensive in northern Syria for 120 hours.',
      '2020-10-19T21:00 2020-10-20T20:59',
    ],
  ])('%s', (text, end) => {
    expect(until(text)).toBe(end);
  });

  it('is derived, and stands on the words of the length', () => {
    const [event] = eventsOf('Sudan and the RSF signed a week-long truce on Friday.');
    expect(event?.until?.basis).toBe('derived');
    expect(event?.until?.text).toBe('week-long');
  });

  it('an extension goes on from the end that is told', () => {
    expect(
      until('Sudan and the RSF agreed on Friday to extend their truce by 72 hours.', 'extended'),
    ).toBeNull();
  });

  it.each([
    'Sudan and the RSF signed a truce on Friday after ten days of talks.',
    'Sudan and the RSF signed a truce on Friday in the presence of envoys who had worked for two months.',
    'Sudan and the RSF signed a truce on Friday for at least ten days.',
    'Sudan and the RSF signed a truce on Friday, their first for two years of war.',
  ])('is not in "%s"', (text) => {
    expect(until(text)).toBeNull();
  });
});
