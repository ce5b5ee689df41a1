import type { Ceasefire, Moment } from '@trucewatch/schema';
import { expect, test } from 'vitest';
import { readCsv } from '../testing/read-csv.ts';
import { ceasefiresToEthPrio } from './rows.ts';

const moment = (earliest: string, latest: string): Moment => ({
  earliest,
  latest,
  level: 'day',
  basis: 'stated',
});
const truce = (more: Partial<Ceasefire> = {}): Ceasefire => ({
  id: 'nk:2020-10-17',
  kind: 'bilateral',
  parties: ['Armenia', 'Azerbaijan'],
  mediators: ['France'],
  purpose: ['humanitarian'],
  announcedAt: moment('2020-10-16T20:00:00.000Z', '2020-10-17T19:59:59.999Z'),
  effectiveAt: moment('2020-10-17T20:00:00.000Z', '2020-10-17T20:00:00.000Z'),
  endedAt: null,
  outcome: 'in_effect',
  follows: null,
  because: [],
  ...more,
});
function rowsOf(ceasefire: Ceasefire): Record<string, string | undefined>[] {
  const [header = [], ...rows] = readCsv(ceasefiresToEthPrio({ name: 'Nagorno-Karabakh' }, [ceasefire]));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
}

test('one row a declaring actor, under one ceasefire', () => {
  const declarations = ['Armenia', 'Azerbaijan'].map((party) => ({ party, at: null, because: [] }));
  const rows = rowsOf(truce({ declarations }));
  expect(rows.map(({ actor_name, cf_id }) => [actor_name, cf_id])).toEqual([
    ['Armenia', 'nk:2020-10-17'],
    ['Azerbaijan', 'nk:2020-10-17'],
  ]);
  expect(rows[0]).toMatchObject({
    cf_dec_yr: '2020',
    cf_dec_month: '10',
    cf_dec_day: '17',
    p_humanitarian: '1',
    p_unclear: '0',
    mediator_nego: 'France',
    tw_outcome: 'in_effect',
  });
});

test('a month or day that the reports leave open is -1 and never made up', () => {
  const dates = (effectiveAt: Moment | null) => {
    const [row] = rowsOf(truce({ effectiveAt }));
    return [row?.cf_effect_yr, row?.cf_effect_month, row?.cf_effect_day, row?.rules?.split('; ')[1]];
  };
  expect(dates(moment('2020-10-01T00:00:00.000Z', '2020-10-31T23:59:59.999Z'))).toEqual([
    '2020',
    '10',
    '-1',
    'effect-month',
  ]);
  expect(dates(moment('2020-03-01T00:00:00.000Z', '2020-10-31T23:59:59.999Z'))).toEqual([
    '2020',
    '-1',
    '-1',
    'effect-year',
  ]);
  expect(dates(moment('2019-12-01T00:00:00.000Z', '2020-01-31T23:59:59.999Z'))).toEqual([
    '-1',
    '-1',
    '-1',
    'effect-too-wide',
  ]);
  expect(dates(null)).toEqual(['-1', '-1', '-1', 'effect-not-stated']);
});

test('links to earlier ceasefires are kept', () => {
  const links = [{ type: 'renews' as const, ceasefireId: 'nk:2020-10-10', because: [] }];
  expect(rowsOf(truce({ links }))[0]).toMatchObject({ link: '1', link_id1: 'nk:2020-10-10', link_id2: '' });
});
