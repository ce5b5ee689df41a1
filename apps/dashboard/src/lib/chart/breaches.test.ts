import type { Ceasefire } from '@trucewatch/schema';
import { expect, it } from 'vitest';
import { breachChart } from './breaches.ts';

const breach = (day: string, party: string | null, alleged: number) => ({ day, party, alleged, articles: 4 });

function truce(...violationsAlleged: ReturnType<typeof breach>[]): Ceasefire {
  const at = '2020-10-17T20:00:00.000Z';
  return {
    parties: ['Armenia', 'Azerbaijan'],
    announcedAt: null,
    effectiveAt: { earliest: at, latest: at, level: 'minute', basis: 'stated' },
    endedAt: null,
    measures: { violationsAlleged },
  } as unknown as Ceasefire;
}

it('draws nothing where no dated breach is alleged', () => {
  expect(breachChart(truce(), [])).toBeNull();
});

it('puts each side in a lane, with the day before its start, and the quiet days in the table', () => {
  const chart = breachChart(
    truce(breach('2020-10-18', 'Azerbaijan', 2), breach('2020-10-18', 'Armenia', 1)),
    [{ day: '2020-10-19', articles: 8, families: 2 }],
  );
  expect(
    chart?.lanes.map(({ name, bars }) => [name, bars.map(({ count, height }) => [count, height])]),
  ).toEqual([
    ['Laid to Armenia', [[1, 50]]],
    ['Laid to Azerbaijan', [[2, 100]]],
  ]);
  expect(chart?.rows.slice(0, 4)).toEqual([
    { day: '2020-10-16', alleged: [0, 0], articles: 0 },
    { day: '2020-10-17', alleged: [0, 0], articles: 0 },
    { day: '2020-10-18', alleged: [1, 2], articles: 4 },
    { day: '2020-10-19', alleged: [0, 0], articles: 8 },
  ]);
});

it('has a lane for breaches laid to nobody only where there are some, and bounds the table of a long truce', () => {
  const chart = breachChart(truce(breach('2020-10-18', null, 1), breach('2021-10-18', 'Armenia', 1)), []);
  expect(chart?.lanes.map(({ name }) => name)).toEqual([
    'Laid to Armenia',
    'Laid to Azerbaijan',
    'No side named',
  ]);
  // A year and more is told by months.
  expect(chart?.unit).toBe('month');
  expect(chart?.rows.map(({ day, articles }) => [day, articles])).toEqual([
    ['2020-10-01', 4],
    ['2021-10-01', 4],
  ]);
  const weeks = breachChart(truce(breach('2020-10-18', null, 1), breach('2020-12-18', 'Armenia', 1)), []);
  expect(weeks?.rows.map(({ day }) => day)).toEqual(['2020-10-18', '2020-12-18']);
});
