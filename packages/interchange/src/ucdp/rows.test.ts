import type { Count, Event } from '@trucewatch/schema';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../testing/read-csv.ts';
import { strike } from '../testing/strike.ts';
import { eventsToGed } from './rows.ts';

function rowOf(more: Partial<Event> = {}): Record<string, string | undefined> | undefined {
  const [header, row] = readCsv(eventsToGed([strike(more)]).csv);
  return row && Object.fromEntries((header ?? []).map((name, index) => [name, row[index]]));
}
const whyNot = (more: Partial<Event>) => [...eventsToGed([strike(more)]).omitted.keys()];
const killed = (low: number, high: number | null, more: Partial<Count> = {}): Count => ({
  of: 'killed',
  group: 'unknown',
  low,
  high,
  qualifier: high === low ? 'exact' : 'at_least',
  span: { start: 0, end: 1, quote: 'n' },
  ...more,
});

describe('a row of GED', () => {
  test('says where, when and how finely, who says so, and by which rules its numbers came', () => {
    expect(rowOf()).toMatchObject({
      side_a: 'Armenia',
      side_b: 'Civilians',
      type_of_violence: '3',
      date_prec: '1',
      date_start: '2020-10-17',
      where_prec: '1',
      country: 'Azerbaijan',
      source_original: 'Azerbaijan',
      deaths_civilians: '13',
      best: '13',
      low: '13',
      high: '13',
      rules: 'time-day; place-exact; deaths-high-open',
    });
  });

  test('keeps ranges, takes no part of a toll twice, and gives the dead of forces to no side', () => {
    const casualties = [
      killed(3, 5, { group: 'military' }),
      killed(2, 2, { group: 'civilians' }),
      killed(1, 1, { subsetOf: 0 }),
    ];
    expect(rowOf({ casualties })).toMatchObject({
      low: '5',
      best: '5',
      high: '7',
      deaths_a: '0',
      deaths_b: '0',
      deaths_unknown: '3',
      deaths_civilians: '2',
    });
  });

  test('is as wide in time and place as the report', () => {
    const when = {
      earliest: '2020-10-01T00:00:00.000Z',
      latest: '2020-10-31T23:59:59.999Z',
      level: 'month',
      basis: 'stated',
    } as const;
    const { where } = strike().event;
    const row = rowOf({ when, where: where && { ...where, level: 'province' } });
    expect(row).toMatchObject({
      date_prec: '4',
      where_prec: '4',
      event_clarity: '2',
      date_end: '2020-11-01',
    });
  });

  test('swapping the sides swaps them, between states', () => {
    const { actors } = strike().event;
    const clash = (one: typeof actors) => rowOf({ type: 'clash', actors: one, casualties: [killed(2, 2)] });
    const role = { initiator: 'recipient', recipient: 'initiator' } as Record<
      string,
      (typeof actors)[number]['role']
    >;
    const swapped = actors.map((actor) => ({ ...actor, role: role[actor.role] ?? actor.role }));
    expect([clash(actors)?.side_a, clash(actors)?.side_b]).toEqual([
      clash(swapped)?.side_b,
      clash(swapped)?.side_a,
    ]);
  });
});

test('what GED does not hold is left out, with the reason', () => {
  expect(whyNot({ casualties: [] })).toEqual(['no-deaths']);
  expect(whyNot({ casualties: [killed(900, 900, { cumulative: true })] })).toEqual(['no-deaths']);
  expect(whyNot({ type: 'talks' })).toEqual(['not-violence']);
  expect(whyNot({ reality: 'negated' })).toEqual(['not-actual']);
  expect(whyNot({ where: null })).toEqual(['no-place']);
  expect(whyNot({ when: null })).toEqual(['no-date']);
});
