import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarTime, iCalendar } from './icalendar.ts';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'effect.one@example.org',
  when: { at: '2020-10-17T20:00:00.000Z' },
  summary: 'Takes effect',
  description: 'As agreed',
  url: 'https://example.org/conflicts/one',
  status: 'confirmed',
  stamp: '2020-10-17T19:00:00.000Z',
  categories: ['effect'],
  ...more,
});
const written = (...entries: CalendarEntry[]) =>
  iCalendar({ name: 'One', description: 'All of it', url: 'https://example.org/calendar.ics', entries });

/** Reads content lines back as RFC 5545 says: unfolded, then name and value. */
function read(calendar: string): [name: string, value: string][] {
  return calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}
function fieldOf(calendar: string, name: string): string | undefined {
  return read(calendar.slice(calendar.indexOf('BEGIN:VEVENT'))).find(([one]) => one === name)?.[1];
}
const plain = (value = '') =>
  value.replaceAll(/\\([\\;,nN])/g, (_, one) => (one.toLowerCase() === 'n' ? '\n' : one));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('a', '\\', ';', ',', '\n', '\r\n', 'ş', '停', '🕊️', ':', ' '),
    maxLength: 200,
  }),
);

describe('whatever a text holds', () => {
  test('it comes back as it was, but for control characters and the kind of line break', () => {
    fc.assert(
      fc.property(anyText, (summary) => {
        const back = plain(fieldOf(written(entry({ summary })), 'SUMMARY'));
        const expected = summary
          .toWellFormed()
          .replaceAll(/\r\n|\r/g, '\n')
          .replaceAll(/[^\P{Cc}\n\t]/gu, '');
        expect(back).toBe(expected);
      }),
    );
  });

  test('no line is longer than 75 octets, none is broken otherwise, and no line is added', () => {
    const usual = read(written(entry())).map(([name]) => name);
    fc.assert(
      fc.property(anyText, anyText, (summary, uid) => {
        const calendar = written(entry({ summary, uid, description: summary }));
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(read(calendar).map(([name]) => name)).toEqual(usual);
      }),
    );
  });
});

test('an address cannot carry a line of its own', () => {
  const calendar = written(entry({ url: 'https://example.org/a\r\nSTATUS:CANCELLED' }));
  expect(read(calendar).filter(([name]) => name === 'STATUS')).toEqual([['STATUS', 'CONFIRMED']]);
});

describe('times are no finer than they are known', () => {
  const moment = (earliest: string, latest: string, level: 'minute' | 'hour' | 'day' | 'week') =>
    calendarTime({ earliest, latest, level, basis: 'stated' });

  test('an instant, hours, a day of its place, several days', () => {
    const at = '2020-10-17T20:00:00.000Z';
    expect(moment(at, at, 'minute')).toEqual({ at });
    expect(moment(at, '2020-10-18T02:00:00.000Z', 'hour')).toEqual({
      from: at,
      to: '2020-10-18T02:00:00.000Z',
    });
    // 17 October in Karabakh, which is four hours ahead.
    expect(moment('2020-10-16T20:00:00.000Z', '2020-10-17T19:59:59.999Z', 'day')).toEqual({
      day: '2020-10-17',
      lastDay: '2020-10-17',
    });
    expect(moment('2020-10-12T00:00:00.000Z', '2020-10-18T23:59:59.999Z', 'week')).toEqual({
      day: '2020-10-12',
      lastDay: '2020-10-18',
    });
  });

  test('whole days end with the day after the last', () => {
    const calendar = written(entry({ when: { day: '2020-12-31', lastDay: '2020-12-31' } }));
    expect(fieldOf(calendar, 'DTSTART;VALUE=DATE')).toBe('20201231');
    expect(fieldOf(calendar, 'DTEND;VALUE=DATE')).toBe('20210101');
    expect(fieldOf(written(entry()), 'DTSTART')).toBe('20201017T200000Z');
  });
});
