import type { Count, Event } from '@trucewatch/schema';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../testing/read-csv.ts';
import { strike } from '../testing/strike.ts';
import { acledDate } from './precision.ts';
import { acledColumns, acledCsv, eventsToAcledRows } from './rows.ts';

const only = (more: Partial<Event> = {}) => eventsToAcledRows([strike(more)]).rows[0];

test('a strike on civilians fills all 31 columns', () => {
  const { rows } = eventsToAcledRows([strike()]);
  const [header, row] = readCsv(acledCsv(rows));
  expect(header).toHaveLength(31);
  expect(row).toHaveLength(31);
  expect(rows[0]).toMatchObject({
    event_date: '2020-10-17',
    year: 2020,
    time_precision: 1,
    disorder_type: 'Political violence',
    event_type: 'Explosions/Remote violence',
    sub_event_type: 'Shelling/artillery/missile attack',
    actor1: 'Armenia',
    inter1: 'State forces',
    actor2: 'Azerbaijan',
    inter2: 'State forces',
    interaction: 'State forces-State forces',
    civilian_targeting: 'Civilian targeting',
    iso: 31,
    region: 'Caucasus and Central Asia',
    country: 'Azerbaijan',
    geo_precision: 1,
    fatalities: 13,
  });
  expect(rows[0]?.tags).toContain(
    'accuses=Azerbaijan; rule=time-day; rule=place-exact; rule=fatalities-lowest',
  );
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual([...acledColumns].sort());
});

test('civilians are always the second actor', () => {
  const victims = strike().event.actors.filter(({ role }) => role !== 'recipient');
  expect(only({ actors: victims })).toMatchObject({
    actor1: 'Armenia',
    actor2: 'Civilians',
    inter2: 'Civilians',
    interaction: 'State forces-Civilians',
  });
});

test('a truce is an agreement, with its step in the tags', () => {
  const row = only({
    type: 'ceasefire',
    step: 'agreed',
    mode: undefined,
    casualties: [],
    ceasefireRefs: ['c1'],
  });
  expect(row).toMatchObject({
    event_type: 'Strategic developments',
    sub_event_type: 'Agreement',
    fatalities: 0,
  });
  expect(row?.tags).toContain('ceasefire=c1; ceasefire_step=agreed');
});

test('what ACLED cannot hold is named with the reason, not dropped', () => {
  const wide = { earliest: '2020-01-01T00:00:00.000Z', latest: '2020-12-31T23:59:59.999Z' };
  const { rows, omitted } = eventsToAcledRows([
    strike({ reality: 'negated' }),
    strike({ type: 'ceasefire', step: 'violated' }),
    strike({ when: null }),
    strike({ when: { ...wide, level: 'year', basis: 'stated' } }),
  ]);
  expect(rows).toEqual([]);
  expect(omitted.map(({ rule }) => rule)).toEqual([
    'not-actual',
    'no-acled-type',
    'no-date',
    'date-too-wide',
  ]);
});

describe('the rules for single numbers', () => {
  const killed = (low: number, quote: string, more: Partial<Count> = {}): Count => ({
    of: 'killed',
    group: 'unknown',
    low,
    high: null,
    qualifier: 'vague',
    span: { start: 0, end: quote.length, quote },
    ...more,
  });

  test.each([
    ['dozens', [killed(24, 'dozens')], 12],
    ['hundreds', [killed(200, 'hundreds of people')], 100],
    ['several', [killed(3, 'several')], 10],
    [
      'two versions of one toll',
      [killed(9, '9', { qualifier: 'exact' }), killed(7, '7', { qualifier: 'exact' })],
      7,
    ],
    ['a toll since the war began', [killed(5_000, '5,000', { cumulative: true })], 0],
    ['two groups', [killed(4, '4', { group: 'military' }), killed(2, '2', { group: 'civilians' })], 6],
  ])('fatalities: %s', (_, casualties, expected) => {
    expect(only({ casualties })?.fatalities).toBe(expected);
  });

  test.each([
    ['2020-10-10', '2020-10-10', '2020-10-10', 1],
    ['2020-10-05', '2020-10-11', '2020-10-08', 2],
    ['2020-10-01', '2020-10-31', '2020-10-16', 3],
  ])('%s to %s is %s', (from, to, date, precision) => {
    const when = {
      earliest: `${from}T00:00:00.000Z`,
      latest: `${to}T23:59:59.999Z`,
      level: 'day',
      basis: 'stated',
    };
    expect(acledDate(when as Event['when'])).toMatchObject({ date, precision });
  });

  test.each([
    ['district', 2, 'Ganja'],
    ['province', 3, 'Ganja'],
    ['country', '', undefined],
  ] as const)('a %s has geo_precision %j', (level, geo_precision, location) => {
    const { where } = strike().event;
    expect(only({ where: where && { ...where, level } })).toMatchObject({ geo_precision, location });
  });
});
