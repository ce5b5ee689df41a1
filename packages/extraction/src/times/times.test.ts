import { describe, expect, it } from 'vitest';
import { extract } from '../extract.ts';
import { articleOf } from '../testing/article.ts';

function timesOf(text: string, publishedAt: string | undefined = '2020-10-17T20:00:00Z'): string[] {
  const times = extract(articleOf(text, { publishedAt }), { mentions: true }).mentions?.times ?? [];
  return times.map((time) => `${time.earliest.slice(0, 16)} ${time.latest.slice(0, 16)} ${time.level}`);
}

describe('times', () => {
  it('a weekday in the past tense is the last one, ahead the next one', () => {
    expect(timesOf('Shells hit Baku on Friday.')).toEqual(['2020-10-15T20:00 2020-10-16T19:59 day']);
    expect(timesOf('Talks will resume in Baku on Monday.')).toEqual([
      '2020-10-18T20:00 2020-10-19T19:59 day',
    ]);
  });

  it('two expressions of one instant agree', () => {
    const text = 'The truce in Karabakh starts at 8 a.m. local time (0400 GMT) on Monday.';
    const { warnings } = extract(articleOf(text, { publishedAt: '2020-10-26T12:00:00Z' }));
    expect(warnings).toEqual([]);
    expect(
      timesOf(text, '2020-10-26T12:00:00Z')
        .slice(0, 2)
        .map((time) => time.slice(0, 16)),
    ).toEqual(['2020-10-26T04:00', '2020-10-26T04:00']);
  });

  it('and warns when they do not', () => {
    const text = 'The truce in Karabakh began at 8 a.m. local time (0500 GMT) on Monday.';
    expect(extract(articleOf(text, { publishedAt: '2020-10-26T12:00:00Z' })).warnings[0]).toMatch(
      /one instant/u,
    );
  });

  it('reads a bare hour, and one in brackets after it', () => {
    const [hour] = timesOf(
      'The truce in Karabakh took effect on Monday at 8 a.m. local time (12 a.m. EDT).',
      '2020-10-26T13:15:00Z',
    );
    expect(hour).toBe('2020-10-26T04:00 2020-10-26T04:00 hour');
  });

  it('reads named zones, noon, early hours, years and decades', () => {
    expect(timesOf('It took effect at noon Moscow time on 10 October.')[0]).toContain('2020-10-10T09:00');
    expect(timesOf('Rockets hit Ganja in the early hours of Saturday.')).toEqual([
      '2020-10-16T20:00 2020-10-17T01:59 part_of_day',
    ]);
    expect(timesOf('A war in Karabakh ended in 1994.')[0]).toContain('year');
    expect(timesOf('Since September 27, 41 people died in Baku.')[0]).toMatch(/^2020-09-26T20:00/u);
  });

  it('resolves nothing relative without a publication date', () => {
    const { mentions, warnings } = extract(
      articleOf('Shells hit Baku on Friday.', { publishedAt: undefined }),
      { mentions: true },
    );
    expect(mentions?.times).toEqual([]);
    expect(warnings).toHaveLength(1);
  });
});
