import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document.ts';
import { extract } from '../extract.ts';
import { articleOf } from '../testing/article.ts';

/** Published on Saturday, 17 October 2020, with Baku (UTC+4) as the place unless the text names another. */
function timesOf(text: string, publishedAt: string | undefined = '2020-10-17T20:00:00Z'): string[] {
  const times = extract(articleOf(text, { publishedAt }), { mentions: true }).mentions?.times ?? [];
  return times.map(
    ({ earliest, latest, level }) => `${earliest.slice(0, 16)} ${latest.slice(0, 16)} ${level}`,
  );
}

describe('days', () => {
  it.each([
    [
      'a weekday in the past tense is the last one',
      'Shells hit Baku on Friday.',
      '2020-10-15T20:00 2020-10-16T19:59 day',
    ],
    ['ahead, the next one', 'Talks will resume in Baku on Monday.', '2020-10-18T20:00 2020-10-19T19:59 day'],
    [
      'the present of a timetable looks ahead',
      'The truce takes effect in Baku on Monday.',
      '2020-10-18T20:00 2020-10-19T19:59 day',
    ],
    ['a day before its month', 'Shells hit Baku on 27 September.', '2020-09-26T20:00 2020-09-27T19:59 day'],
    [
      'a month before its day, with a year',
      'Shells hit Baku on October 1, 1993.',
      '1993-09-30T20:00 1993-10-01T19:59 day',
    ],
    ['an ordinal', 'Shells hit Baku on the 12th of October.', '2020-10-11T20:00 2020-10-12T19:59 day'],
    ['capitals', 'SHELLS HIT BAKU ON 30 DECEMBER 1989.', '1989-12-29T20:00 1989-12-30T19:59 day'],
    [
      'two digits for a year in capitals',
      'SHELLS HIT BAKU ON 3 JAN 90.',
      '1990-01-02T20:00 1990-01-03T19:59 day',
    ],
    ['digits only', 'Shells hit Baku on 12.10.2020.', '2020-10-11T20:00 2020-10-12T19:59 day'],
    [
      'a weekday tells the year',
      'Shells hit Baku on Friday, September 27.',
      '2019-09-26T20:00 2019-09-27T19:59 day',
    ],
    ['last year', 'Shells hit Baku on 23 October last year.', '2019-10-22T20:00 2019-10-23T19:59 day'],
    ['days ago', 'Shells hit Baku two days ago.', '2020-10-14T20:00 2020-10-15T19:59 day'],
    ['a range of days', 'Shells hit Baku from 10 to 12 October.', '2020-10-09T20:00 2020-10-12T19:59 week'],
    [
      'a range after the month',
      'Shells hit Baku on October 10-12, 1993.',
      '1993-10-09T20:00 1993-10-12T19:59 week',
    ],
    [
      'a range of weekdays',
      'Shells hit Baku between Monday and Wednesday.',
      '2020-10-11T20:00 2020-10-14T19:59 week',
    ],
  ])('%s', (_, text, expected) => {
    expect(timesOf(text)[0]).toBe(expected);
  });

  it('days that share a month are two', () => {
    expect(
      timesOf('Truces in Baku were agreed on 10 and 17 October 2020.').map((time) => time.slice(0, 10)),
    ).toEqual(['2020-10-09', '2020-10-16']);
  });

  it('a date goes on in the year that was told before', () => {
    const times = timesOf('On 7 August 2008 they fought in Tbilisi. On 26 August Moscow recognised them.');
    expect(times[1]).toMatch(/^2008-08-25/u);
  });

  it.each([
    '05/06/2020',
    'in a 5-4 vote',
    'two of 12',
    'at least 2000 people',
    'Resolution 1701',
    '31 June 2020',
  ])('knows no day from "%s"', (words) => {
    expect(timesOf(`They met in Baku, ${words}.`)).toEqual([]);
  });
});

describe('spans', () => {
  it.each([
    ['since', 'Since September 27, shells hit Baku.', '2020-09-26T20:00 2020-10-17T20:00 month'],
    ['last week, from Monday', 'Shells hit Baku last week.', '2020-10-04T20:00 2020-10-11T19:59 week'],
    [
      'this month, as far as it has come',
      'Shells hit Baku this month.',
      '2020-09-30T20:00 2020-10-17T19:59 month',
    ],
    ['the weekend', 'Shells hit Baku over the weekend.', '2020-10-16T20:00 2020-10-18T19:59 week'],
    ['late in a month', 'Shells hit Baku in late September.', '2020-09-18T20:00 2020-09-30T19:59 month'],
    ['a bare year', 'A war ended in Baku in 1994.', '1993-12-31T20:00 1994-12-31T19:59 year'],
    ['years', 'A war raged in Baku from 1988 to 1994.', '1987-12-31T20:00 1994-12-31T19:59 longer'],
    [
      'the first half of a decade',
      'A war raged in Baku in the early 1990s.',
      '1989-12-31T20:00 1994-12-31T19:59 longer',
    ],
    ['a season', 'A war raged in Baku in the summer of 2014.', '2014-05-31T19:00 2014-08-31T18:59 longer'],
    ['24 hours', 'Shells hit Baku in the past 24 hours.', '2020-10-15T20:00 2020-10-17T19:59 day'],
  ])('%s', (_, text, expected) => {
    expect(timesOf(text)[0]).toBe(expected);
  });
});

describe('clocks', () => {
  it.each([
    ['a bare hour', 'It began in Baku on Friday at 8 a.m.', '2020-10-16T04:00 2020-10-16T04:00 hour'],
    [
      'four digits with a zone',
      'It began in Baku on Friday at 0630 GMT.',
      '2020-10-16T06:30 2020-10-16T06:30 minute',
    ],
    [
      'a zone by its city',
      'It began in Baku at noon Moscow time on 10 October.',
      '2020-10-10T09:00 2020-10-10T09:00 minute',
    ],
    [
      'a zone in brackets',
      'It began in Baku on Friday at 8:30 pm (local time).',
      '2020-10-16T16:30 2020-10-16T16:30 minute',
    ],
    ['an offset', 'It began in Baku on Friday at 20:00 UTC+3.', '2020-10-16T17:00 2020-10-16T17:00 minute'],
    [
      'words',
      "It began in Baku on Friday at eight o'clock in the evening.",
      '2020-10-16T16:00 2020-10-16T16:00 hour',
    ],
    [
      'hours from and to',
      'It began in Baku between 5 and 7 a.m. on Friday.',
      '2020-10-16T01:00 2020-10-16T03:00 hour',
    ],
    [
      'midnight on a day ends it',
      'It began in Baku at midnight on Thursday.',
      '2020-10-15T20:00 2020-10-15T20:00 minute',
    ],
    [
      'midnight on a date begins it',
      'The truce in Baku is to hold from midnight on 25 October.',
      '2020-10-24T20:00 2020-10-24T20:00 minute',
    ],
    [
      'until midnight on a date is its end',
      'The truce in Baku is to hold until midnight on 25 October.',
      '2020-10-25T20:00 2020-10-25T20:00 minute',
    ],
    [
      'a minute past it',
      'The truce in Baku begins at one minute past midnight on Sunday, 18 October.',
      '2020-10-17T20:01 2020-10-17T20:01 minute',
    ],
    [
      'a zone by a people',
      'It began in Baku on Friday at noon Colombian time.',
      '2020-10-16T17:00 2020-10-16T17:00 minute',
    ],
    [
      'a zone by a part of the world',
      'It began in Baku on Friday at 6 a.m. East Africa Time.',
      '2020-10-16T03:00 2020-10-16T03:00 hour',
    ],
    [
      'zero hours begin it',
      'It began in Baku at 00:00 on Thursday.',
      '2020-10-14T20:00 2020-10-14T20:00 minute',
    ],
    [
      'early hours',
      'Rockets hit Ganja in the early hours of Saturday morning.',
      '2020-10-16T20:00 2020-10-17T01:59 part_of_day',
    ],
    ['late on a day', 'Rockets hit Ganja late on Friday.', '2020-10-16T13:00 2020-10-16T19:59 part_of_day'],
    ['overnight', 'Rockets hit Ganja overnight.', '2020-10-16T14:00 2020-10-17T04:59 part_of_day'],
    [
      'a night between two days',
      'Rockets hit Ganja on the night of Thursday to Friday.',
      '2020-10-15T14:00 2020-10-16T04:59 part_of_day',
    ],
  ])('%s', (_, text, expected) => {
    expect(timesOf(text)[0]).toBe(expected);
  });
});

describe('whose clocks count', () => {
  it.each([
    [
      'those of the sides, not of who brokered it',
      'Sudan and the RSF agreed to a truce brokered by Turkey in Ankara and Istanbul. It begins at noon on Monday.',
      '2020-10-19T10:00',
    ],
    [
      "of a wide state its capital's",
      'Russia and Ukraine agreed to a truce, Russia said. It is to begin at noon on Monday.',
      '2020-10-19T09:00',
    ],
  ])('%s', (_, text, expected) => {
    expect(timesOf(text)[0]?.slice(0, 16)).toBe(expected);
  });
});

describe('two expressions of one instant', () => {
  it('agree', () => {
    const text = 'The truce in Karabakh starts at 8 a.m. local time (0400 GMT) on Monday.';
    const { warnings } = extract(articleOf(text, { publishedAt: '2020-10-26T12:00:00Z' }));
    expect(warnings).toEqual([]);
    expect(
      timesOf(text, '2020-10-26T12:00:00Z')
        .map((time) => time.slice(0, 16))
        .slice(0, 2),
    ).toEqual(['2020-10-26T04:00', '2020-10-26T04:00']);
  });

  it('agree on different days of their zones', () => {
    const text = 'The truce in Karabakh is set to start at midnight local time (4 p.m. ET Saturday).';
    expect(extract(articleOf(text)).warnings).toEqual([]);
    expect(timesOf(text).map((time) => time.slice(0, 16))).toEqual(['2020-10-17T20:00', '2020-10-17T20:00']);
  });

  it('agree in one of the zones that a state has', () => {
    for (const [hour, country] of [
      ['2200', 'Congolese'],
      ['2300', 'Congolese'],
      ['2100', 'Russian'],
    ]) {
      const text = `The truce is to begin in Goma at midnight ${country} time (${hour} GMT) on Monday.`;
      expect(extract(articleOf(text)).warnings).toEqual([]);
    }
  });

  it('are a warning when they do not', () => {
    const text = 'The truce in Karabakh began at 8 a.m. local time (0500 GMT) on Monday.';
    expect(extract(articleOf(text, { publishedAt: '2020-10-26T12:00:00Z' })).warnings[0]).toMatch(
      /one instant/u,
    );
  });
});

describe('times counted from others', () => {
  it.each([
    ['Shells hit Baku on Friday. Two days earlier troops had come.', '2020-10-13T20:00 2020-10-14T19:59 day'],
    ['Shells hit Baku on Thursday. The following day troops came.', '2020-10-15T20:00 2020-10-16T19:59 day'],
    ['Shells hit Baku on Thursday. Troops came on the same day.', '2020-10-14T20:00 2020-10-15T19:59 day'],
    [
      'Shells hit Baku on Thursday. Troops came in the evening.',
      '2020-10-15T13:00 2020-10-15T19:59 part_of_day',
    ],
    [
      'A war ended in Baku in 1997. It began again three years later.',
      '1999-12-31T20:00 2000-12-31T19:59 year',
    ],
  ])('%s', (text, expected) => {
    expect(timesOf(text)[1]).toBe(expected);
  });

  it('a day after what is dated behind it', () => {
    expect(timesOf('A day after the truce in Baku began on Thursday, shells fell.')[0]).toBe(
      '2020-10-15T20:00 2020-10-16T19:59 day',
    );
  });

  it('mean nothing without the other', () => {
    expect(timesOf('Two days later troops came to Baku.')).toEqual([]);
  });
});

describe('without a publication date', () => {
  it('resolves nothing relative', () => {
    const article = articleOf('Shells hit Baku on Friday, yesterday, last week and on 12 October.', {
      publishedAt: undefined,
    });
    const { mentions, warnings } = extract(article, { mentions: true });
    expect(mentions?.times).toEqual([]);
    expect(warnings).toHaveLength(1);
  });
});

const fragments = [
  'Baku',
  'on Friday',
  'at 8 a.m.',
  '(0400 GMT)',
  'midnight',
  '10 October',
  'October 12-14',
  '1994',
  'since',
  'until',
  'two days after',
  'the truce',
  'began',
  'last week',
  'overnight',
  'in the early hours of',
  '31 February',
  '25:99',
  'early',
  ',',
  '.',
  '-',
  '(',
  '99999999999',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((words) => words.join(' ')),
);

describe('laws', () => {
  it('a time is quoted from the text, and never ends before it begins', () => {
    fc.assert(
      fc.property(
        texts,
        fc.option(
          fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
          { nil: undefined },
        ),
        (text, date) => {
          const article = articleOf(`Baku ${text}`, { publishedAt: date?.toISOString() });
          const { mentions } = extract(article, { mentions: true });
          for (const time of mentions?.times ?? []) {
            expect(Date.parse(time.earliest)).toBeLessThanOrEqual(Date.parse(time.latest));
            expect(time.span?.quote).toBe(article.text.slice(time.span?.start, time.span?.end));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("relative days do not depend on the machine's own zone", () => {
    const text = 'Shells hit Baku on Friday at 11 p.m., and again overnight and last week.';
    const zone = process.env.TZ;
    const seen = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) => {
      process.env.TZ = TZ;
      return timesOf(text);
    });
    process.env.TZ = zone;
    expect(new Set(seen.map((times) => times.join())).size).toBe(1);
  });

  it('times of a line are in order and do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { times } of readDocument(articleOf(`Baku ${text}`), null).lines)
          for (let i = 1; i < times.length; i++)
            expect(times[i]?.start).toBeGreaterThanOrEqual(times[i - 1]?.end ?? 0);
      }),
      { numRuns: 60 },
    );
  });
});
